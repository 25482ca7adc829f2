namespace Webhooks.Server.CommandLine;

/// <summary>What the process ends with.</summary>
internal static class ExitCode
{
    /// <summary>Fine, warnings included.</summary>
    public const int Fine = 0;

    /// <summary>Something was found wrong, an object was denied, or a part of the server failed.</summary>
    public const int Finding = 1;

    /// <summary>Wrong usage, or input that can't be read.</summary>
    public const int Usage = 2;

    /// <summary>Nothing was found wrong, but a rule could not be evaluated.</summary>
    public const int Unknown = 3;
}
