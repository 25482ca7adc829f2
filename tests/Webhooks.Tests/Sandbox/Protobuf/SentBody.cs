using Webhooks.Resources.Json;
using Webhooks.Shared;

namespace Webhooks.Tests.Sandbox.Protobuf;

/// <summary>A body that kubectl sent, and the object that it prints when it is told not to send it.</summary>
internal sealed record SentBody(string Name, byte[] Bytes, byte[] Json)
{
    private static readonly string Folder = Repository.PathOf("tests", "Webhooks.Tests", "Sandbox", "Protobuf", "Data");

    /// <summary>The names of all of them.</summary>
    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.pb").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    /// <summary>The object.</summary>
    public JsonValue Object => JsonTree.Parse(Json).Root;

    /// <summary>The body of that name.</summary>
    public static SentBody Get(string name) =>
        new(name, File.ReadAllBytes(Path.Combine(Folder, name + ".pb")), File.ReadAllBytes(Path.Combine(Folder, name + ".json")));
}
