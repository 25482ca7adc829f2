using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Decoding;

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
            TypeMeta named = TypeMeta.Read(body.Root);
            if (target.IsCustom)
            {
                named = TypeMeta.ReadExact(body.Root);
            }

            kind = target.IsCustom ? named.GroupVersion.WithKind(named.Kind) : named.Or(target.Kind);
            return Read(
                target,
                kind,
                target.IsCustom ? UntypedDecoding.Decode(body, named, text.Span, target.Kind.GroupKind, schema)
                    : target.Schema == null && kind == target.Kind ? UntypedDecoding.DecodeAs(body, kind, text.Span)
                    : TypedDecoding.Decode(body, target, kind, find),
                validation);
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

        return kind.GroupVersion.ToString() == target.ApiVersion
            ? new(read.Object, validation == FieldValidation.Warn ? DecodeRefusal.Warnings(read.Findings) : [])
            : throw new RequestRefusedException(DecodeRefusal.OtherVersion(kind.GroupVersion, target.ApiVersion));
    }
}
