using System.Reflection;

namespace Webhooks.Resources.Json;

/// <summary>JSON documents that are part of an assembly.</summary>
public static class EmbeddedJson
{
    /// <summary>The document of that name, to be kept.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">The logical name of the resource.</param>
    /// <exception cref="InvalidOperationException">The assembly has none.</exception>
    public static JsonTree Read(Assembly assembly, string name)
    {
        using Stream stream = assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{assembly.GetName().Name} lacks its resource {name}");
        byte[] text = new byte[stream.Length];
        stream.ReadExactly(text);
        return JsonTree.Parse(text).Compact();
    }
}
