using System.Reflection;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.Embedded;

/// <summary>JSON documents that are part of an assembly.</summary>
public static class EmbeddedJson
{
    /// <summary>The document of that name, to be kept.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="name">The logical name of the resource.</param>
    /// <exception cref="InvalidOperationException">The assembly has none.</exception>
    public static JsonTree Read(Assembly assembly, string name) => JsonTree.Parse(EmbeddedFile.Read(assembly, name)).Compact();
}
