namespace Webhooks.Server.Explaining;

/// <summary>How explanations are printed.</summary>
internal enum ExplainFormat
{
    /// <summary>A block of text per object.</summary>
    Text,

    /// <summary>One JSON object per object and template, each on a line of its own.</summary>
    Json,
}
