using System.Buffers;
using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Shared;

namespace Webhooks.Tests.Sandbox;

/// <summary>Reads what a real API server answered, and writes as ours does.</summary>
internal static class Recording
{
    /// <summary>The file <c>recorded.json</c> of a folder beside these tests.</summary>
    public static JsonValue Read(string folder) =>
        JsonTree.Parse(File.ReadAllBytes(Repository.PathOf("tests", "Webhooks.Tests", "Sandbox", folder, "recorded.json"))).Compact().Root;

    /// <summary>What <paramref name="write"/> writes, as text.</summary>
    public static string Text(Action<JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        write(new JsonWriter(buffer));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
