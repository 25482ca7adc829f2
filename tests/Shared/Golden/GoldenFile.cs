namespace Webhooks.Shared.Golden;

/// <summary>The files that say what a case prints. An absent one says that there is nothing to print.</summary>
internal static class GoldenFile
{
    public const string Patch = "patch.json";
    public const string Yaml = "output.yaml";
    public const string Json = "output.json";
    public const string Diff = "diff";
    public const string Errors = "stderr";
    public const string Exit = "exit";
    public const string Explained = "explain.txt";
    public const string ExplainedJson = "explain.json";
    public const string Uninjected = "uninjected.yaml";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Names { get; } = [Patch, Yaml, Json, Diff, Errors, Exit, Explained, ExplainedJson, Uninjected];

    /// <summary>The formats of <c>-o</c> and their files; of the last two, only those that a case has are looked at.</summary>
    public static IReadOnlyList<(string Format, string File, bool IsOptional)> Outputs { get; } =
        [("patch", Patch, false), ("yaml", Yaml, false), ("json", Json, true), ("diff", Diff, true)];

    /// <summary>The formats of <c>explain -o</c> and their files; only those that a case has are looked at.</summary>
    public static IReadOnlyList<(string Format, string File)> Explanations { get; } = [("text", Explained), ("json", ExplainedJson)];
}
