namespace Webhooks.Server.Injecting;

/// <summary>How results are printed.</summary>
internal enum OutputFormat
{
    Yaml,
    Json,
    Patch,
    Diff,
}
