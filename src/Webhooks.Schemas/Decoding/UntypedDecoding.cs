using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Decoding;

/// <summary>Reads custom resources: JSON without a type, but for the metadata.</summary>
/// <remarks>Pure and thread safe.</remarks>
public static class UntypedDecoding
{
    /// <summary>The object in normal form, with its defaults, and what a strict request must not have.</summary>
    /// <param name="body">The document.</param>
    /// <param name="named">What it says of its kind, letter for letter (<see cref="TypeMeta.ReadExact"/>).</param>
    /// <param name="text">The text that came, for errors.</param>
    /// <param name="own">The kind that the schema is of: objects of another stay as they are, and are refused later.</param>
    /// <param name="schema">What decides which members stay, and which are filled in; <c>null</c>: all stay.</param>
    /// <exception cref="DecodeException">It is no object with a kind and metadata.</exception>
    public static (JsonValue Object, IReadOnlyList<string> Findings) Decode(
        RequestBody body, TypeMeta named, ReadOnlySpan<byte> text, GroupKind own, CustomResourceSchema? schema)
    {
        if (named.Kind.Length == 0)
        {
            throw new DecodeException($"Object 'Kind' is missing in '{BodySummary.Text(text)}'");
        }

        StrictFindings findings = new();
        UntypedDuplicates.Note(body.Root, body.DuplicateRows, findings);
        UntypedNumbers.Check(body.Root);
        JsonValue value = UntypedForm.Of(body.Root);
        List<string> texts = [.. body.YamlProblem is { } problem ? [problem] : Array.Empty<string>(), .. findings.Texts];
        if (named.ApiVersion.Length == 0 && value["apiVersion"u8].Kind == JsonKind.Null)
        {
            throw new DecodeException(".apiVersion accessor error: <nil> is of the type <nil>, expected string");
        }

        value = WithMetadata(value, texts);
        if (schema == null || named.GroupVersion.Group != own.Group || named.Kind != own.Kind)
        {
            return (value, texts);
        }

        List<string> unknown = [];
        value = schema.Decode(value, unknown);
        texts.AddRange(unknown.Select(path => $"unknown field \"{path}\""));
        return (schema.Default(value), texts);
    }

    /// <summary>An object of a built-in kind whose schema is not kept: it may leave out what it is.</summary>
    /// <exception cref="DecodeException">It is no object with metadata.</exception>
    public static (JsonValue Object, IReadOnlyList<string> Findings) DecodeAs(RequestBody body, GroupVersionKind kind, ReadOnlySpan<byte> text)
    {
        string apiVersion = kind.GroupVersion.ToString();
        (JsonValue value, IReadOnlyList<string> findings) = Decode(body, new TypeMeta(apiVersion, kind.Kind), text, kind.GroupKind, null);
        JsonDraft draft = new(value);
        draft.SetText("kind", kind.Kind);
        draft.SetText("apiVersion", apiVersion);
        return (draft.Freeze(JsonPolicy.Server), findings);
    }

    private static JsonValue WithMetadata(JsonValue value, List<string> texts)
    {
        JsonValue metadata = value["metadata"u8];
        if (metadata.IsMissing)
        {
            return value;
        }

        List<string> unknown = [];
        JsonValue decoded = ObjectMetaDecoding.Decode(metadata, "metadata", unknown);
        texts.AddRange(unknown.Select(path => $"unknown field \"{path}\""));
        if (decoded.RawText.SequenceEqual(metadata.RawText))
        {
            return value;
        }

        JsonDraft draft = new(value);
        draft.Set("metadata", new JsonDraft(decoded));
        return draft.Freeze(JsonPolicy.Server);
    }
}
