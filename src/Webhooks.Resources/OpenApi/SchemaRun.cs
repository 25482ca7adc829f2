using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>
/// One reading of a document's schemas. A schema is made at once and filled later, from a list of those that wait:
/// so neither depth nor recursive types cost stack.
/// </summary>
internal sealed class SchemaRun
{
    /// <summary>
    /// The most schemas inside one another, as many as the strict JSON policy allows containers: who walks over
    /// schemas may recurse. References don't count.
    /// </summary>
    public const int MaxDepth = 256;

    private readonly SchemaReferences? _references;
    private readonly SchemaFindings _findings;
    private readonly SchemaExtensionReading _annotations;
    private readonly SchemaBodyReading _bodies;
    private readonly SchemaLoops _loops;
    private readonly Stack<(JsonValue Node, SchemaBody Body, SchemaPath Path)> _pending = new();

    /// <param name="references">The named schemas of a published document; <c>null</c>: the dialect of custom resources.</param>
    /// <param name="findings">Where problems go.</param>
    /// <param name="keepsSource">Whether schemas keep the JSON that they were read from.</param>
    public SchemaRun(SchemaReferences? references, SchemaFindings findings, bool keepsSource)
    {
        SchemaDialect dialect = references == null ? SchemaDialect.CustomResource : SchemaDialect.Published;
        KeptValues kept = new(keepsSource);
        _references = references;
        _findings = findings;
        _loops = new(findings);
        _annotations = new(dialect, findings, kept, keepsSource);
        _bodies = new(this, dialect, findings, kept);
    }

    /// <summary>Makes a schema, or finds the one that is referred to.</summary>
    public Schema Make(JsonValue node, SchemaPath path, string? name = null)
    {
        SchemaAnnotations annotations = _annotations.Read(node, path);
        if (_references != null && SchemaReferences.In(node) is { IsMissing: false } reference)
        {
            Schema target = Follow(reference, path);
            return annotations.AreEmpty && name == null ? target : target.With(annotations, name ?? target.Name);
        }

        SchemaBody body = new();
        if (path.Depth > MaxDepth)
        {
            _findings.Forbidden(path, node, $"more than {MaxDepth} schemas inside one another");
        }
        else if (node.Kind == JsonKind.Object)
        {
            _pending.Push((node, body, path));
        }
        else if (node.Kind != JsonKind.Null)
        {
            _findings.Malformed(path, node, "a schema object");
        }

        return new Schema(body, name, annotations);
    }

    /// <summary>Makes the schema of a name that leads, through others or not, back to itself alone: it says nothing.</summary>
    public Schema MakeEndless(JsonValue node, SchemaPath path, string name)
    {
        JsonValue reference = SchemaReferences.In(node);
        _findings.Unresolved(path, reference, reference.GetString(), "refers to nothing but itself");
        return new Schema(new SchemaBody(), name, _annotations.Read(node, path));
    }

    /// <summary>The schema that a reference leads to; one that says nothing when it leads nowhere.</summary>
    public Schema Follow(JsonValue reference, SchemaPath path)
    {
        string text = reference.GetString();
        Schema? target = _references!.Follow(text, this);
        if (target == null)
        {
            _findings.Unresolved(path.Member("$ref"), reference, text, "");
        }

        return target ?? new Schema(new SchemaBody(), null, new SchemaAnnotations { Offset = reference.Offset });
    }

    /// <summary>Fills all schemas that were made; to be called once.</summary>
    public void FillAll()
    {
        while (_pending.TryPop(out (JsonValue Node, SchemaBody Body, SchemaPath Path) next))
        {
            _bodies.Fill(next.Node, next.Body, next.Path);
            _loops.Enter(next.Node, next.Body, next.Path);
        }

        _loops.Cut();
    }
}
