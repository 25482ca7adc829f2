using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Subresources;

/// <summary>An object's <c>scale</c>: how many copies are asked for and there, whatever its kind calls them. Pure.</summary>
internal static class Scales
{
    /// <summary>The kind of scales.</summary>
    public static readonly GroupVersionKind Kind = new("autoscaling", "v1", "Scale");

    /// <summary>The scale of an object, without its type.</summary>
    public static JsonDraft Of(ApiResource resource, JsonValue obj)
    {
        ScaleFields fields = ScaleFields.Of(resource);
        JsonValue meta = obj["metadata"u8];
        JsonDraft scale = JsonDraft.EmptyObject();
        JsonDraft metadata = scale.Child("metadata");
        foreach (string member in (string[])["name", "namespace", "uid", "resourceVersion", "creationTimestamp"])
        {
            if (!meta[member].IsAbsent)
            {
                metadata.SetValue(member, meta[member]);
            }
        }

        JsonDraft spec = scale.Child("spec");
        if (fields.Spec.In(obj) is { Kind: JsonKind.Number } replicas && replicas.ToString() != "0")
        {
            spec.SetValue("replicas", replicas);
        }

        JsonDraft status = scale.Child("status");
        status.Set("replicas", fields.Status.In(obj) is { Kind: JsonKind.Number } current ? new JsonDraft(current) : Drafts.Number(0));
        if (SelectorOf(resource, fields, obj) is { Length: > 0 } selector)
        {
            status.SetText("selector", selector);
        }

        return scale;
    }

    /// <summary>Whether an object says how many copies are asked for; those of built-in kinds always do.</summary>
    public static bool IsAsked(ApiResource resource, JsonValue obj) => !resource.IsCustom || ScaleFields.Of(resource).Spec.In(obj).Kind == JsonKind.Number;

    /// <summary>The object with the number of copies that a scale asks for, and the version that it names.</summary>
    public static JsonDraft Apply(ApiResource resource, JsonValue obj, JsonValue scale)
    {
        JsonDraft next = new(obj);
        JsonValue replicas = scale["spec"u8]["replicas"u8];
        ScaleFields.Of(resource).Spec.Set(next, replicas.Kind == JsonKind.Number ? new JsonDraft(replicas) : Drafts.Number(0));
        if (scale["metadata"u8]["resourceVersion"u8].AsString() is { Length: > 0 } version)
        {
            next.Child("metadata").SetText("resourceVersion", version);
        }

        return next;
    }

    private static string SelectorOf(ApiResource resource, ScaleFields fields, JsonValue obj)
    {
        if (resource.IsCustom)
        {
            return fields.Selector?.In(obj).AsString() ?? "";
        }

        JsonValue selector = obj["spec"u8]["selector"u8];
        return resource.Kind == "ReplicationController"
            ? string.Join(',', selector.Members().OrderBy(label => label.Key, StringComparer.Ordinal).Select(label => $"{label.Key}={label.Value.AsString()}"))
            : LabelSelector.Read(selector, "spec.selector", out _)?.ToString() ?? "";
    }
}
