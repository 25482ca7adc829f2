using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.OpenApi;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Decoding;

/// <summary>Reads custom resources: JSON without a type, but for the metadata.</summary>
internal static class UntypedDecoding
{
    private static readonly Lazy<GoType> ObjectMeta = new(() => new GoType(GoShape.Struct, "v1.ObjectMeta") { Schema = MetaSchema() });

    /// <summary>The object in normal form, and what a strict request must not have.</summary>
    /// <param name="body">The document.</param>
    /// <param name="named">What it says of its kind.</param>
    /// <param name="text">The text that came, for errors.</param>
    /// <param name="pruning">What its schema does with members that it doesn't name; <c>null</c>: all stay.</param>
    /// <exception cref="DecodeException">It is no object with a kind and metadata.</exception>
    public static (JsonValue Object, IReadOnlyList<string> Findings) Decode(RequestBody body, TypeMeta named, ReadOnlySpan<byte> text, Pruning? pruning)
    {
        if (named.Kind.Length == 0)
        {
            throw new DecodeException($"Object 'Kind' is missing in '{Encoding.UTF8.GetString(text)}'");
        }

        StrictFindings findings = new();
        UntypedDuplicates.Note(body.Root, body.DuplicateRows, findings);
        JsonValue value = UntypedForm.Of(body.Root);
        List<string> texts = [.. body.YamlProblem is { } problem ? [problem] : Array.Empty<string>(), .. findings.Texts];
        value = WithMetadata(value, texts);
        if (pruning == null)
        {
            return (value, texts);
        }

        PrunedObject pruned = pruning(value);
        texts.AddRange(pruned.UnknownFields.Select(path => "unknown field " + GoString.Quote(path)));
        return (pruned.Object, texts);
    }

    /// <summary>An object of a built-in kind whose schema is not kept: it may leave out what it is.</summary>
    /// <exception cref="DecodeException">It is no object with metadata.</exception>
    public static (JsonValue Object, IReadOnlyList<string> Findings) DecodeAs(RequestBody body, GroupVersionKind kind, ReadOnlySpan<byte> text)
    {
        (JsonValue value, IReadOnlyList<string> findings) = Decode(body, new TypeMeta(new GroupVersion(kind.Group, kind.Version).ToString(), kind.Kind), text, null);
        JsonDraft draft = new(value);
        draft.Set("kind", Drafts.Text(kind.Kind));
        draft.Set("apiVersion", Drafts.Text(new GroupVersion(kind.Group, kind.Version).ToString()));
        return (draft.Freeze(JsonPolicy.Server), findings);
    }

    /// <summary>The metadata of a custom resource in normal form.</summary>
    /// <exception cref="DecodeException">It is no metadata.</exception>
    public static JsonValue NormalMetadata(JsonValue metadata)
    {
        using PooledBuffer buffer = new();
        using TypedWriting writing = new(new JsonWriter(buffer), keepsEmptyLists: true);
        writing.WriteStruct(metadata, ObjectMeta.Value);
        return JsonTree.Parse(buffer.WrittenSpan.ToArray(), JsonPolicy.Server).Compact().Root;
    }

    private static JsonValue WithMetadata(JsonValue value, List<string> texts)
    {
        JsonValue metadata = value["metadata"u8];
        if (metadata.IsMissing)
        {
            return value;
        }

        StrictFindings findings = new();
        new TypedReading(findings, new HashSet<int>()) { Root = "metadata" }.Read(metadata, ObjectMeta.Value);
        texts.AddRange(findings.Texts);
        JsonDraft draft = new(value);
        draft.Set("metadata", new JsonDraft(NormalMetadata(metadata)));
        return draft.Freeze(JsonPolicy.Server);
    }

    private static Schema MetaSchema() =>
        BuiltInData.Schemas(new GroupVersion("", "v1"))?.Find("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta")
            ?? throw new InvalidOperationException("no schema of ObjectMeta is kept");
}
