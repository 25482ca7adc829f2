using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>What is wrong with objects before they are stored, in the server's words and about its order.</summary>
/// <remarks>For objects of built-in kinds, in normal form with their defaults.</remarks>
internal static class ObjectValidation
{
    /// <summary>What is wrong with a new object, its name made and its namespace set; nothing for a good one.</summary>
    public static IReadOnlyList<StatusCause> OnCreate(ApiResource resource, JsonValue value)
    {
        List<StatusCause> causes = [];
        OwnRules(resource, KindCatalog.Of(resource), value, causes);
        if (causes.Count == 0)
        {
            MetadataRules.OnCreate(value["metadata"u8], resource.IsNamespaced, NameRules.Common, causes);
        }

        return causes;
    }

    /// <summary>What is wrong with an object that takes the place of <paramref name="old"/>.</summary>
    public static IReadOnlyList<StatusCause> OnUpdate(ApiResource resource, JsonValue value, JsonValue old) =>
        Updated(resource, value, old, (rules, causes) =>
        {
            rules.Update?.Invoke(value, old, causes);
            if (rules.UpdateRepeatsCreate)
            {
                OwnRules(resource, rules, value, causes);
            }
        });

    /// <summary>What is wrong with an object of which the status was written.</summary>
    public static IReadOnlyList<StatusCause> OnStatusUpdate(ApiResource resource, JsonValue value, JsonValue old) =>
        Updated(resource, value, old, (rules, causes) => rules.StatusUpdate?.Invoke(value, old, causes));

    /// <summary>What is wrong with an object of which the part <paramref name="subresource"/> was written.</summary>
    public static IReadOnlyList<StatusCause> OnSubresourceUpdate(ApiResource resource, string subresource, JsonValue value, JsonValue old) =>
        !resource.IsCustom && KindCatalog.Of(resource).SubresourceUpdates.TryGetValue(subresource, out Action<JsonValue, JsonValue, List<StatusCause>>? rule)
            ? Updated(resource, value, old, (_, causes) => rule(value, old, causes))
            : OnUpdate(resource, value, old);

    /// <summary>The group and kind that a Status names: of Events always the core group's, of custom resources what they say themselves.</summary>
    public static GroupKind NamedKind(ApiResource resource, JsonValue value) =>
        resource.IsCustom ? new GroupKind(resource.Group, value["kind"u8].AsString() ?? resource.Kind)
        : resource.Kind == "Event" ? new GroupKind("", resource.Kind)
        : resource.GroupKind;

    /// <summary>What is wrong with an object that was written over another: what is asked of all, then of its kind, then the rest.</summary>
    private static List<StatusCause> Updated(
        ApiResource resource, JsonValue value, JsonValue old, Action<KindRules, List<StatusCause>> rest)
    {
        List<StatusCause> causes = [];
        MetadataRules.OnCreate(value["metadata"u8], resource.IsNamespaced, NameRules.Common, causes);
        MetadataRules.OnUpdate(value["metadata"u8], old["metadata"u8], causes);
        KindRules rules = KindCatalog.Of(resource);
        if (rules.Name != null)
        {
            MetadataRules.OnUpdate(value["metadata"u8], old["metadata"u8], causes);
            QualifiedFinalizers(rules, value, causes);
        }

        rest(rules, causes);
        return causes;
    }

    private static void OwnRules(ApiResource resource, KindRules rules, JsonValue value, List<StatusCause> causes)
    {
        if (rules.Name != null)
        {
            MetadataRules.OnCreate(value["metadata"u8], resource.IsNamespaced, rules.Name, causes);
            QualifiedFinalizers(rules, value, causes);
        }

        rules.Create?.Invoke(value, causes);
    }

    private static void QualifiedFinalizers(KindRules rules, JsonValue value, List<StatusCause> causes)
    {
        if (rules.QualifiesFinalizers)
        {
            MetadataRules.QualifiedFinalizers(value["metadata"u8]["finalizers"u8], "metadata.finalizers", causes);
        }
    }
}
