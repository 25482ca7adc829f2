using System.Text.Json;

namespace Webhooks.Tests.Patches;

/// <summary>The records of the public json-patch-tests suite, each part as its raw text: duplicate members are still there.</summary>
internal sealed record PatchRecord(string File, int Number, string? Comment, string Doc, string Patch, string? Expected, string? Error, bool IsDisabled)
{
    public override string ToString() => $"{File}[{Number}] {Comment}";

    public static List<PatchRecord> Load(string file)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Data", "json-patch", file);
        using JsonDocument records = JsonDocument.Parse(System.IO.File.ReadAllText(path));
        return [.. records.RootElement.EnumerateArray().Select((record, number) => Read(file, number, record))];
    }

    private static PatchRecord Read(string file, int number, JsonElement record) => new(
        file,
        number,
        Raw(record, "comment"),
        Raw(record, "doc")!,
        Raw(record, "patch")!,
        Raw(record, "expected"),
        Raw(record, "error"),
        record.TryGetProperty("disabled", out JsonElement disabled) && disabled.GetBoolean());

    private static string? Raw(JsonElement record, string name) =>
        record.TryGetProperty(name, out JsonElement value) ? value.GetRawText() : null;
}
