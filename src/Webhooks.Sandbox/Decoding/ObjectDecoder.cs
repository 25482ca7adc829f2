using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Protobuf;
using Webhooks.Schemas;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Requests;

namespace Webhooks.Sandbox.Decoding;

/// <summary>Reads the objects that requests bring, as kube-apiserver does, and refuses in its words.</summary>
internal static class ObjectDecoder
{
    /// <summary>The object of that resource in a request's body.</summary>
    /// <param name="resource">The resource that the path names.</param>
    /// <param name="body">The body, not empty or empty.</param>
    /// <param name="format">What the media type says.</param>
    /// <param name="validation">What becomes of members that don't belong there.</param>
    /// <param name="schema">Of a custom resource what decides which members stay; <c>null</c>: all do.</param>
    /// <exception cref="StatusException">400: the body is no such object, or has members that a strict request must not have.</exception>
    public static DecodedObject Decode(ApiResource resource, ReadOnlyMemory<byte> body, BodyFormat format, FieldValidation validation, CustomResourceSchema? schema = null) =>
        Decode(DecodeTargets.Of(resource), body, format, validation, schema);

    /// <summary>The object of that kind in a request's body: of subresources, which have kinds of their own.</summary>
    /// <exception cref="StatusException">400, as of a resource's.</exception>
    public static DecodedObject Decode(DecodeTarget target, ReadOnlyMemory<byte> body, BodyFormat format, FieldValidation validation, CustomResourceSchema? schema = null)
    {
        try
        {
            return format == BodyFormat.Protobuf
                ? DecodeProtobuf(target, body, validation)
                : BodyDecoding.Decode(target, body, isYaml: format == BodyFormat.Yaml, validation, schema, BuiltInData.FindSchema);
        }
        catch (RequestRefusedException refused)
        {
            throw new StatusException(refused.Status, refused.Warnings);
        }
    }

    /// <summary>The object that a patch made, read as the server reads it again.</summary>
    /// <param name="target">The kind that the path asks for.</param>
    /// <param name="patched">What the patch made of the object.</param>
    /// <param name="validation">What becomes of members that don't belong there.</param>
    /// <param name="patchFindings">What is wrong in this way with the patch itself: <c>duplicate field "data.a"</c>. It stands first.</param>
    /// <param name="schema">As for bodies.</param>
    /// <param name="merged">A strategic merge patch as Go prints it, of a built-in kind: what that makes is no JSON, and is of that kind whatever it says.</param>
    /// <exception cref="StatusException">422 with the patched object or the strategic patch in it: it is no object of that kind.</exception>
    public static DecodedObject DecodePatched(
        DecodeTarget target,
        JsonValue patched,
        FieldValidation validation,
        IReadOnlyList<string>? patchFindings = null,
        CustomResourceSchema? schema = null,
        string? merged = null)
    {
        try
        {
            RequestBody read = RequestBody.Of(patched);
            if (merged != null)
            {
                UnstructuredConversion.Check(patched, NormalForm.TypeOf(target));
            }

            (JsonValue result, IReadOnlyList<string> findings) =
                merged != null ? TypedDecoding.Decode(read, target, target.Kind, BuiltInData.FindSchema)
                : target.Schema == null ? UntypedDecoding.Decode(read, TypeMeta.Read(patched), patched.RawText, target.Kind.GroupKind, schema)
                : TypedDecoding.Decode(read, target, TypeMeta.Read(patched).Or(target.Kind), BuiltInData.FindSchema);
            findings = [.. patchFindings ?? [], .. findings];
            return validation != FieldValidation.Strict || findings.Count == 0
                ? new(result, validation == FieldValidation.Warn ? DecodeRefusal.Warnings(findings) : [])
                : throw DecodeRefusal.Strict(findings);
        }
        catch (DecodeException e)
        {
            // A custom object is a Go map, which is written in order.
            JsonValue shown = target.Schema == null ? SortedMembers.Of(patched) : patched;
            throw new StatusException(Status.Invalid(new GroupKind("", ""), "", [FieldError.Invalid("patch", merged ?? shown.ToString(), e.Message)]));
        }
    }

    private static DecodedObject DecodeProtobuf(DecodeTarget target, ReadOnlyMemory<byte> body, FieldValidation validation)
    {
        GroupVersionKind kind = default;
        try
        {
            ProtobufBody sent = ProtobufBody.Read(body);
            kind = sent.TypeMeta.Or(target.Kind);
            RequestBody read = RequestBody.Of(target.IsCustom ? throw ProtobufBody.NoMessage() : sent.Decode(target.Kind));
            return BodyDecoding.Read(
                target,
                kind,
                target.Schema == null && kind == target.Kind
                    ? UntypedDecoding.DecodeAs(read, kind, body.Span)
                    : TypedDecoding.Decode(read, target, kind, BuiltInData.FindSchema),
                validation);
        }
        catch (DecodeException e)
        {
            throw new RequestRefusedException(DecodeRefusal.Of(e, kind, target.Kind.Kind, body.Span));
        }
    }
}
