using Webhooks.Resources.Api;
using Webhooks.Resources.Yaml;
using Webhooks.Server.CommandLine;

namespace Webhooks.Server.Validating;

/// <summary>The objects as they are in the cluster, by kind, namespace and name.</summary>
internal sealed class OldSources
{
    private readonly Dictionary<(GroupKind Kind, string Namespace, string Name), SourceObject> _objects = [];

    /// <summary>Reads them; without a file there are none.</summary>
    /// <exception cref="CommandException">The file can't be read, or has an object twice.</exception>
    public static OldSources Read(string? file, Terminal terminal)
    {
        OldSources old = new();
        List<string> problems = [];
        foreach (SourceObject source in SourceObjects.Read(file == null ? [] : [file], terminal.Input, problems))
        {
            if (!old._objects.TryAdd(Key(source), source))
            {
                YamlPosition first = old._objects[Key(source)].PositionOf("");
                problems.Add(source.Document.At(
                    source.PositionOf(""), $"{source.Manifest.Title}: stands at {source.Document.File.Name}:{first.Line}:{first.Column} already; remove one"));
            }
        }

        return problems.Count == 0 ? old : throw new CommandException(problems);
    }

    /// <summary>The object as it is; <c>null</c> for one that is to be created.</summary>
    public SourceObject? Find(SourceObject source) => source.Name.Length == 0 ? null : _objects.GetValueOrDefault(Key(source));

    private static (GroupKind Kind, string Namespace, string Name) Key(SourceObject source) =>
        (source.Kind.GroupKind, source.Manifest.Request.Namespace, source.Name);
}
