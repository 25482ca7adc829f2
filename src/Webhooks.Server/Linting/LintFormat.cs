namespace Webhooks.Server.Linting;

/// <summary>How findings are printed.</summary>
internal enum LintFormat
{
    /// <summary>One line each, as compilers print them.</summary>
    Text,

    /// <summary>One JSON object each, on a line of its own.</summary>
    Json,
}
