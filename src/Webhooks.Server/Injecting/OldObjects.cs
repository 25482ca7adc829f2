using Webhooks.Admission.Manifests;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Injecting;

/// <summary>The objects as they are in the cluster, by kind, namespace and name.</summary>
internal sealed class OldObjects
{
    private readonly Dictionary<(GroupKind Kind, string Namespace, string Name), (JsonValue Object, YamlPosition Position)> _objects = [];

    /// <summary>None: all objects are created.</summary>
    public static OldObjects None { get; } = new();

    /// <summary>Reads them; without a file there are none.</summary>
    /// <exception cref="CommandException">The file can't be read, or has an object twice.</exception>
    public static OldObjects Read(string? file)
    {
        if (file == null)
        {
            return None;
        }

        OldObjects old = new();
        List<string> problems = [];
        foreach (SourceDocument document in SourceDocument.Split(SourceFiles.ReadFile(file), problems))
        {
            foreach (ManifestObject manifest in ManifestObjects.In(document.Content?.Root ?? default))
            {
                old.Add(manifest, document, problems);
            }
        }

        return problems.Count == 0 ? old : throw new CommandException(problems);
    }

    /// <summary>The request, as an UPDATE when the object is there already.</summary>
    public AdmissionRequest Apply(AdmissionRequest request) =>
        _objects.TryGetValue(Key(request), out (JsonValue Object, YamlPosition Position) old)
            ? request with { Operation = AdmissionOperation.Update, OldObject = old.Object }
            : request;

    /// <summary>Objects without a name may be several: each is to have one of its own.</summary>
    private void Add(ManifestObject manifest, SourceDocument document, List<string> problems)
    {
        JsonValue value = manifest.Request.Object;
        YamlPosition position = document.Content!.PositionOf(value);
        if (!_objects.TryAdd(Key(manifest.Request), (value, position)) && manifest.Request.Name.Length > 0)
        {
            YamlPosition first = _objects[Key(manifest.Request)].Position;
            problems.Add(document.At(position, $"{manifest.Title}: stands at {document.File.Name}:{first.Line}:{first.Column} already; remove one"));
        }
    }

    private static (GroupKind Kind, string Namespace, string Name) Key(AdmissionRequest request) =>
        (request.Kind.GroupKind, request.Namespace, request.Name);
}
