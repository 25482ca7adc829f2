namespace Webhooks.Client.Configuration;

/// <summary>Whether an exec plugin reads standard input.</summary>
public enum ExecInteractiveMode
{
    /// <summary>It does where there is somebody to type, and can do without.</summary>
    IfAvailable,

    /// <summary>It never does.</summary>
    Never,

    /// <summary>It can't do without: where nobody types it is not to be run.</summary>
    Always,
}
