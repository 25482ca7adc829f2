using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Patching;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Validation;
using Webhooks.Sandbox.Verbs;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Subresources;

/// <summary>Reads and writes scales.</summary>
internal sealed class ScaleVerbs(Cluster cluster, Replacing replacing)
{
    /// <summary>Does what a call asks of a scale.</summary>
    public Answer Run(ApiCall call)
    {
        if (call.Verb == "get")
        {
            JsonValue shown = Find(call).Read(call.Resource.Gvk);
            return Scales.IsAsked(call.Resource, shown)
                ? Show(call, shown)
                : throw new StatusException(Status.InternalError($"the spec replicas field {FieldOf(call)} does not exist"));
        }

        bool isPatch = call.Verb == "patch";
        PatchFormat format = isPatch ? PatchFormats.Of(call.ContentType, call.Resource.IsCustom) : default;
        WriteOptions options = WriteOptions.Read(call.Query, isPatch ? "PatchOptions" : "UpdateOptions", isPatch && format == PatchFormat.Apply);
        while (true)
        {
            StoredObject? current = isPatch ? Find(call) : null;
            DecodedObject wanted = current == null
                ? ObjectForms.Decode(call, options)
                : Patched(call, format, Scales.Of(call.Resource, current.Read(call.Resource.Gvk)), options);
            if (Warned.Run(wanted.Warnings, () => Try(call, current, wanted.Object, options)) is { } answer)
            {
                return answer;
            }
        }
    }

    private Answer.Object? Try(ApiCall call, StoredObject? current, JsonValue wanted, WriteOptions options)
    {
        Placing.AtPath(call, new ObjectMeta(new JsonDraft(wanted)));
        current ??= Find(call);
        JsonValue old = current.Read(call.Resource.Gvk);
        Check(call, old, wanted);
        JsonValue next = Scales.Apply(call.Resource, old, wanted).Freeze(JsonPolicy.Server);
        JsonDraft owned = ObjectForms.Own(call, next, old, options, cluster.Time.GetUtcNow());
        // The object is written as a whole, but for who owns its replicas: it is no part of its own.
        return replacing.Try(call with { Subresource = null }, current, owned, options, isApplied: true) is Answer.Object answer
            ? Show(call, JsonTree.Parse(answer.Json, JsonPolicy.Server).Root)
            : null;
    }

    private static DecodedObject Patched(ApiCall call, PatchFormat format, JsonDraft scale, WriteOptions options)
    {
        if (format == PatchFormat.Apply)
        {
            throw new StatusException(Status.UnsupportedMediaType("scales are not applied: use a merge patch"));
        }

        JsonValue typed = JsonTree.Parse(ObjectType.Join(Scales.Kind, ObjectType.WriteWithout(scale)), JsonPolicy.Server).Root;
        return PatchVerb.Patched(call with { Resource = call.Resource with { Schema = Kinds.BuiltInData.SchemaOf(Scales.Kind) } }, format, typed, options);
    }

    private StoredObject Find(ApiCall call) => cluster.Store.Find(call.StoredAs, call.Key) ?? throw new StatusException(call.NotFound());

    private static Answer.Object Show(ApiCall call, JsonValue obj) =>
        new(200, call.Resource, Scales.Kind, ObjectType.WriteWithout(Scales.Of(call.Resource, obj)));

    private static void Check(ApiCall call, JsonValue old, JsonValue scale)
    {
        if (call.Resource.IsCustom)
        {
            if (call.Verb == "patch" && !Scales.IsAsked(call.Resource, old) && scale["spec"u8]["replicas"u8].IsAbsent)
            {
                throw new StatusException(Status.BadRequest($"the spec replicas field {FieldOf(call)} cannot be empty"));
            }

            return;
        }

        IReadOnlyList<StatusCause> causes = ScaleRules.OfScale(scale);
        if (causes.Count > 0)
        {
            throw new StatusException(Status.Invalid(new GroupKind(Scales.Kind.Group, Scales.Kind.Kind), call.Name, causes));
        }
    }

    private static string FieldOf(ApiCall call) =>
        GoString.Quote(call.Resource.DefinitionVersion["subresources"u8]["scale"u8]["specReplicasPath"u8].AsString() ?? "");
}
