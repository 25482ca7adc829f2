using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Kinds;

/// <summary>JSON documents that are part of the assembly.</summary>
internal static class EmbeddedJson
{
    /// <summary>The document of that name, kept.</summary>
    /// <exception cref="InvalidOperationException">The assembly has none.</exception>
    public static JsonTree Read(string name)
    {
        using Stream stream = typeof(EmbeddedJson).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"the assembly lacks its resource {name}");
        byte[] text = new byte[stream.Length];
        stream.ReadExactly(text);
        return JsonTree.Parse(text).Compact();
    }
}
