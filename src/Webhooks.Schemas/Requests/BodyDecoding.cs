using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Requests;

/// <summary>Reads the objects that requests bring, as kube-apiserver does, and refuses in its words.</summary>
/// <remarks>Pure and thread safe.</remarks>
public static class BodyDecoding
{
    /// <summary>The object of that kind in a body of JSON or YAML.</summary>
    /// <param name="target">The kind that the path asks for.</param>
    /// <param name="text">The body, not empty or empty.</param>
    /// <param name="isYaml">Whether it is YAML.</param>
    /// <param name="validation">What becomes of members that don't belong there.</param>
    /// <param name="schema">Of a custom resource what decides which members stay; <c>null</c>: all do.</param>
    /// <param name="find">Finds the published schema of another built-in kind; <c>null</c> for one that is not known.</param>
    /// <exception cref="RequestRefusedException">400: the body is no such object, or has members that a strict request must not have.</exception>
    public static DecodedObject Decode(
        DecodeTarget target,
        ReadOnlyMemory<byte> text,
        bool isYaml,
        FieldValidation validation,
        CustomResourceSchema? schema,
        Func<GroupVersionKind, Schema?> find)
    {
        GroupVersionKind kind = default;
        try
        {
            using RequestBody body = isYaml ? RequestBody.ReadYaml(text) : RequestBody.ReadJson(text);
            kind = TypeMeta.Read(body.Root).Or(target.Kind);
            (JsonValue Object, IReadOnlyList<string> Findings) read =
                target.IsCustom ? DecodeCustom(target, body, text.Span, isYaml, validation, schema, ref kind)
                : target.Schema == null && kind == target.Kind ? UntypedDecoding.DecodeAs(body, kind, text.Span)
                : TypedDecoding.Decode(body, target, kind, find);
            return Read(target, kind, read, validation);
        }
        catch (DecodeException problem)
        {
            throw new RequestRefusedException(DecodeRefusal.Of(problem, kind, target.Kind.Kind, text.Span));
        }
    }

    /// <summary>What was read, once it may be taken as it is.</summary>
    /// <param name="target">The kind that the path asks for.</param>
    /// <param name="kind">The kind that the body says.</param>
    /// <param name="read">The object, and what a strict request must not have.</param>
    /// <param name="validation">What becomes of that.</param>
    /// <exception cref="DecodeException">It has some, and is strict.</exception>
    /// <exception cref="RequestRefusedException">400: it is of another version.</exception>
    public static DecodedObject Read(
        DecodeTarget target, GroupVersionKind kind, (JsonValue Object, IReadOnlyList<string> Findings) read, FieldValidation validation)
    {
        if (validation == FieldValidation.Strict && read.Findings.Count > 0)
        {
            throw DecodeRefusal.Strict(read.Findings);
        }

        IReadOnlyList<string> warnings = validation == FieldValidation.Warn ? DecodeRefusal.Warnings(read.Findings) : [];
        return kind.GroupVersion.ToString() == target.ApiVersion
            ? new(read.Object, warnings)
            : throw new RequestRefusedException(DecodeRefusal.OtherVersion(kind.GroupVersion, target.ApiVersion), warnings);
    }

    private static (JsonValue Object, IReadOnlyList<string> Findings) DecodeCustom(
        DecodeTarget target,
        RequestBody body,
        ReadOnlySpan<byte> text,
        bool isYaml,
        FieldValidation validation,
        CustomResourceSchema? schema,
        ref GroupVersionKind kind)
    {
        TypeMeta named = TypeMeta.ReadExact(body.Root);
        GroupVersionKind exact = named.GroupVersion.WithKind(named.Kind);
        if (exact != kind)
        {
            // What can't be decoded at all is told before the path's kind is forgotten.
            UntypedNumbers.Check(body.Root);
        }

        // A strict decoder looks for the kind in what it decoded, the other one while it decodes.
        bool isLenient = validation == FieldValidation.Ignore;
        kind = isLenient && named.Kind.Length == 0 ? kind : exact;
        ReadOnlySpan<byte> shown = !isLenient ? text : isYaml ? Encoding.UTF8.GetBytes(GoJson.Write(body.Root)) : text.Trim(" \t\r\n"u8);
        return UntypedDecoding.Decode(body, named, shown, target.Kind.GroupKind, schema == null || exact == target.Kind ? schema : CustomResourceSchema.OfOtherVersion);
    }
}
