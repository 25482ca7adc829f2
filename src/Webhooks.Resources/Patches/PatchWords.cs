namespace Webhooks.Resources.Patches;

/// <summary>The words that RFC 6902 gives the kinds of operations.</summary>
internal static class PatchWords
{
    public const string All = "add, remove, replace, move, copy or test";

    public static string Word(PatchKind kind) => kind switch
    {
        PatchKind.Add => "add",
        PatchKind.Remove => "remove",
        PatchKind.Replace => "replace",
        PatchKind.Move => "move",
        PatchKind.Copy => "copy",
        PatchKind.Test => "test",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not an operation"),
    };

    public static PatchKind? Kind(string? word) => word switch
    {
        "add" => PatchKind.Add,
        "remove" => PatchKind.Remove,
        "replace" => PatchKind.Replace,
        "move" => PatchKind.Move,
        "copy" => PatchKind.Copy,
        "test" => PatchKind.Test,
        _ => null,
    };
}
