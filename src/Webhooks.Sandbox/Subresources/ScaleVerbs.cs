using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Patching;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Validation;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Subresources;

/// <summary>Reads and writes scales.</summary>
internal sealed class ScaleVerbs(Cluster cluster, Replacing replacing)
{
    /// <summary>Does what a call asks of a scale.</summary>
    public Answer Run(ApiCall call)
    {
        if (call.Verb == "get")
        {
            return Show(call, Find(call).Read(call.Resource.Gvk));
        }

        bool isPatch = call.Verb == "patch";
        PatchFormat format = isPatch ? PatchFormats.Of(call.ContentType, call.Resource.IsCustom) : default;
        WriteOptions options = WriteOptions.Read(call.Query, isPatch ? "PatchOptions" : "UpdateOptions", isPatch && format == PatchFormat.Apply);
        while (true)
        {
            StoredObject current = Find(call);
            JsonValue old = current.Read(call.Resource.Gvk);
            JsonDraft scale = Scales.Of(call.Resource, old);
            JsonValue wanted = isPatch ? Patched(call, format, scale, options) : ObjectForms.Decode(call, options).Object;
            Placing.AtPath(call, new ObjectMeta(new JsonDraft(wanted)));
            Check(call, wanted);
            JsonDraft next = Scales.Apply(call.Resource, old, wanted);
            // The object is written as a whole: it is no part of its own.
            if (replacing.Try(call with { Subresource = null }, current, next, options) is Answer.Object answer)
            {
                return Show(call, JsonTree.Parse(answer.Json, JsonPolicy.Server).Root);
            }
        }
    }

    private static JsonValue Patched(ApiCall call, PatchFormat format, JsonDraft scale, WriteOptions options)
    {
        if (format == PatchFormat.Apply)
        {
            throw new StatusException(Status.UnsupportedMediaType("scales are not applied: use a merge patch"));
        }

        JsonValue typed = JsonTree.Parse(ObjectType.Join(Scales.Kind, ObjectType.WriteWithout(scale)), JsonPolicy.Server).Root;
        return PatchVerb.Patched(call with { Resource = call.Resource with { Schema = Kinds.BuiltInData.SchemaOf(Scales.Kind) } }, format, typed, options).Object;
    }

    private StoredObject Find(ApiCall call) => cluster.Store.Find(call.StoredAs, call.Key) ?? throw new StatusException(call.NotFound());

    private static Answer.Object Show(ApiCall call, JsonValue obj) =>
        new(200, call.Resource, Scales.Kind, ObjectType.WriteWithout(Scales.Of(call.Resource, obj)));

    private static void Check(ApiCall call, JsonValue scale)
    {
        if (!call.Resource.IsCustom)
        {
            IReadOnlyList<StatusCause> causes = ScaleRules.OfScale(scale);
            if (causes.Count > 0)
            {
                throw new StatusException(Status.Invalid(new GroupKind(Scales.Kind.Group, Scales.Kind.Kind), call.Name, causes));
            }
        }
        else if (scale["spec"u8]["replicas"u8].TryGetInt64(out long replicas) && replicas < 0)
        {
            throw new StatusException(Status.Invalid(
                call.Resource.GroupKind, call.Name, [FieldError.Invalid(".spec.replicas", replicas, "should be a non-negative integer")]));
        }
    }
}
