using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Protobuf;

namespace Webhooks.Sandbox.Decoding;

/// <summary>Reads the objects that requests bring, as kube-apiserver does, and refuses in its words.</summary>
internal static class ObjectDecoder
{
    /// <summary>The object of that resource in a request's body.</summary>
    /// <param name="resource">The resource that the path names.</param>
    /// <param name="body">The body, not empty or empty.</param>
    /// <param name="format">What the media type says.</param>
    /// <param name="validation">What becomes of members that don't belong there.</param>
    /// <param name="pruning">Of a custom resource what its schema does with members that it doesn't name; <c>null</c>: all stay.</param>
    /// <exception cref="StatusException">400: the body is no such object, or has members that a strict request must not have.</exception>
    public static DecodedObject Decode(ApiResource resource, ReadOnlyMemory<byte> body, BodyFormat format, FieldValidation validation, Pruning? pruning = null) =>
        Decode(DecodeTarget.Of(resource), body, format, validation, pruning);

    /// <summary>The object of that kind in a request's body: of subresources, which have kinds of their own.</summary>
    /// <exception cref="StatusException">400, as of a resource's.</exception>
    public static DecodedObject Decode(DecodeTarget target, ReadOnlyMemory<byte> body, BodyFormat format, FieldValidation validation, Pruning? pruning = null)
    {
        TypeMeta? named = null;
        GroupVersionKind kind = default;
        try
        {
            ProtobufBody? sent = format == BodyFormat.Protobuf ? ProtobufBody.Read(body) : null;
            named = sent?.TypeMeta;
            kind = named?.Or(target.Kind) ?? default;
            using RequestBody read =
                sent == null ? RequestBody.Read(body, format)
                : RequestBody.Of(target.IsCustom ? throw ProtobufBody.NoMessage() : sent.Decode(target.Kind));
            if (sent == null)
            {
                named = TypeMeta.Read(read.Root);
                kind = target.IsCustom ? named.Value.GroupVersion.WithKind(named.Value.Kind) : named.Value.Or(target.Kind);
            }

            (JsonValue result, IReadOnlyList<string> findings) =
                target.IsCustom ? UntypedDecoding.Decode(read, named!.Value, body.Span, pruning)
                : target.Schema == null && kind == target.Kind ? UntypedDecoding.DecodeAs(read, kind, body.Span)
                : TypedDecoding.Decode(read, target, kind);
            if (validation == FieldValidation.Strict && findings.Count > 0)
            {
                throw new DecodeException(StrictError(findings));
            }

            GroupVersion version = new(kind.Group, kind.Version);
            return version.ToString() == target.ApiVersion
                ? new(result, validation == FieldValidation.Warn ? Warnings(findings) : [])
                : throw new StatusException(Status.BadRequest(
                    $"the API version in the data ({version}) does not match the expected API version ({target.ApiVersion})"));
        }
        catch (DecodeException e)
        {
            throw new StatusException(Status.BadRequest(named == null || kind.Kind.Length == 0
                ? $"the object provided is unrecognized (must be of type {target.Kind.Kind}): {e.Message} ({BodySummary.Of(body.Span)})"
                : $"{kind.Kind} in version {GoString.Quote(kind.Version)} cannot be handled as a {target.Kind.Kind}: {e.Message}"));
        }
    }

    /// <summary>The object that a patch made, read as the server reads it again.</summary>
    /// <param name="target">The kind that the path asks for.</param>
    /// <param name="patched">What the patch made of the object.</param>
    /// <param name="validation">What becomes of members that don't belong there.</param>
    /// <param name="patchFindings">What is wrong in this way with the patch itself: <c>duplicate field "data.a"</c>. It stands first.</param>
    /// <param name="pruning">As for bodies.</param>
    /// <param name="merged">A strategic merge patch as Go prints it, of a built-in kind: what that makes is no JSON, and is of that kind whatever it says.</param>
    /// <exception cref="StatusException">422 with the patched object or the strategic patch in it: it is no object of that kind.</exception>
    public static DecodedObject DecodePatched(
        DecodeTarget target,
        JsonValue patched,
        FieldValidation validation,
        IReadOnlyList<string>? patchFindings = null,
        Pruning? pruning = null,
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
                merged != null ? TypedDecoding.Decode(read, target, target.Kind)
                : target.Schema == null ? UntypedDecoding.Decode(read, TypeMeta.Read(patched), patched.RawText, pruning)
                : TypedDecoding.Decode(read, target, TypeMeta.Read(patched).Or(target.Kind));
            findings = [.. patchFindings ?? [], .. findings];
            return validation != FieldValidation.Strict || findings.Count == 0
                ? new(result, validation == FieldValidation.Warn ? Warnings(findings) : [])
                : throw new DecodeException(StrictError(findings));
        }
        catch (DecodeException e)
        {
            // A custom object is a Go map, which is written in order.
            JsonValue shown = target.Schema == null ? SortedMembers.Of(patched) : patched;
            throw new StatusException(Status.Invalid(new GroupKind("", ""), "", [FieldError.Invalid("patch", merged ?? shown.ToString(), e.Message)]));
        }
    }

    private static string StrictError(IReadOnlyList<string> findings) => "strict decoding error: " + string.Join(", ", findings);

    /// <summary>A strict reading of YAML finds all in one error of several lines, each of which is a warning.</summary>
    private static string[] Warnings(IReadOnlyList<string> findings) =>
        [.. findings.SelectMany(finding => finding.StartsWith("error converting", StringComparison.Ordinal)
            ? finding.Split('\n').Skip(1).Select(line => line.Trim())
            : [finding])];
}
