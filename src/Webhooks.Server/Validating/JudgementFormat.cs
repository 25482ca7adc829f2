namespace Webhooks.Server.Validating;

/// <summary>How judgements are printed.</summary>
internal enum JudgementFormat
{
    /// <summary>As kubectl says it, with file, line and column.</summary>
    Text,

    /// <summary>One JSON object each, on a line of its own.</summary>
    Json,
}
