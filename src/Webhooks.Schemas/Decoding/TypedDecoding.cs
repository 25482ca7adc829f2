using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Decoding;

/// <summary>Reads objects of built-in kinds.</summary>
public static class TypedDecoding
{
    /// <summary>The object in normal form, and what a strict request must not have.</summary>
    /// <param name="body">The document.</param>
    /// <param name="target">The kind that is asked for.</param>
    /// <param name="kind">The kind that it is.</param>
    /// <param name="find">Finds the published schema of another kind; <c>null</c> for one that is not known.</param>
    /// <exception cref="DecodeException">It is no such object.</exception>
    public static (JsonValue Object, IReadOnlyList<string> Findings) Decode(RequestBody body, DecodeTarget target, GroupVersionKind kind, Func<GroupVersionKind, Schema?> find)
    {
        bool isAsked = kind == target.Kind;
        Schema schema = (isAsked ? target.Schema : find(kind)) ?? throw Unregistered(kind);
        DecodeTarget read = new(kind, schema, IsCustom: false) { KeepsEmpty = target.KeepsEmpty };
        StrictFindings findings = new();
        new TypedReading(findings, body.DuplicateRows).Read(body.Root, NormalForm.TypeOf(read));
        if (!isAsked && (kind.Kind != target.Kind.Kind || InternalPackage(kind.Group) != InternalPackage(target.Kind.Group)))
        {
            throw new DecodeException(
                $"converting (v1.{kind.Kind}) to ({InternalPackage(target.Kind.Group)}.{target.Kind.Kind}): unknown conversion");
        }

        return (NormalForm.Of(read, body.Root), body.YamlProblem is { } problem ? [problem, .. findings.Texts] : findings.Texts);
    }

    /// <summary>The error of a kind that is none of the built-in ones.</summary>
    public static DecodeException Unregistered(GroupVersionKind kind) => new(
        $"no kind {GoString.Quote(kind.Kind)} is registered for version {GoString.Quote(new GroupVersion(kind.Group, kind.Version).ToString())} in scheme \"pkg/runtime/scheme.go:111\"");

    /// <summary>The Go package of a group's internal types: <c>core</c>, <c>rbac</c>. Both groups of Events share one.</summary>
    private static string InternalPackage(string group) => group is "" or "events.k8s.io" ? "core" : group.Split('.')[0];
}
