using System.Reflection;

namespace Webhooks.Resources.Embedded;

/// <summary>Files that are part of an assembly.</summary>
public static class EmbeddedFile
{
    /// <summary>The bytes of the file of that name.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">The logical name of the resource.</param>
    /// <exception cref="InvalidOperationException">The assembly has none.</exception>
    public static byte[] Read(Assembly assembly, string name)
    {
        using Stream stream = Open(assembly, name);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The lines of the file of that name, read as they are asked for.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">The logical name of the resource.</param>
    /// <exception cref="InvalidOperationException">The assembly has none.</exception>
    public static IEnumerable<string> ReadLines(Assembly assembly, string name)
    {
        using StreamReader lines = new(Open(assembly, name));
        while (lines.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    private static Stream Open(Assembly assembly, string name) =>
        assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"{assembly.GetName().Name} lacks its resource {name}");
}
