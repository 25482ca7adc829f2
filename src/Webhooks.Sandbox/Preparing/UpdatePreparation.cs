using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Schemas.Definitions;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Preparing;

/// <summary>Makes of an updated object what is stored: what an update cannot change comes from what was there.</summary>
internal static class UpdatePreparation
{
    private static readonly Dictionary<(string Group, string Kind), Action<JsonDraft, JsonValue>> Steps = new()
    {
        [("", "Pod")] = PodPreparation.OnUpdate,
        [("", "Namespace")] = NamespacePreparation.OnUpdate,
        [("", "ServiceAccount")] = (draft, _) => ServiceAccountPreparation.Reduce(draft),
        [("coordination.k8s.io", "Lease")] = (draft, _) => LeasePreparation.Reduce(draft),
        [("apps", "DaemonSet")] = DaemonSetPreparation.OnUpdate,
        [("apiextensions.k8s.io", "CustomResourceDefinition")] = (draft, _) => DefinitionPreparation.OnUpdate(draft),
    };

    /// <summary>The object to validate and store, for a write at its own path.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="draft">The new object, its namespace set; changed.</param>
    /// <param name="normal">The object in normal form with its defaults that it was made of.</param>
    /// <param name="old">What was there.</param>
    /// <param name="addresses">Gives Services their addresses; <c>null</c>: they get none.</param>
    public static JsonValue Prepare(ApiResource resource, JsonDraft draft, JsonValue normal, JsonValue old, ServiceAddresses? addresses = null)
    {
        Strategy strategy = Strategies.Of(resource);
        if (strategy.HasStatus)
        {
            draft.SetOrRemove("status", old["status"u8]);
        }

        if (!resource.IsCustom)
        {
            Steps.GetValueOrDefault((resource.Group, resource.Kind))?.Invoke(draft, old);
            if (resource.Group.Length == 0 && resource.Kind == "Service")
            {
                ServicePreparation.OnUpdate(draft, old, addresses);
            }
        }

        ServerMetadata.OnUpdate(draft.Child("metadata"), old["metadata"u8]);
        JsonValue prepared = CreatePreparation.Finished(resource, draft, normal);
        return strategy.CountsGeneration && HasChanged(resource, strategy, prepared, old) ? Counted(prepared, old) : prepared;
    }

    /// <summary>The object to validate and store, for a write of its status.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="value">The new object, in normal form with its defaults.</param>
    /// <param name="old">What was there.</param>
    /// <param name="now">The time.</param>
    public static JsonValue PrepareStatus(ApiResource resource, JsonValue value, JsonValue old, DateTimeOffset now)
    {
        Strategy strategy = Strategies.Of(resource);
        JsonDraft draft = new(resource.IsCustom ? old : value);
        JsonDraft metadata = draft.Child("metadata");
        if (resource.IsCustom)
        {
            draft.SetOrRemove("status", value["status"u8]);
            metadata.SetOrRemove("managedFields", value["metadata"u8]["managedFields"u8]);
            metadata.SetOrRemove("resourceVersion", value["metadata"u8]["resourceVersion"u8]);
        }
        else
        {
            draft.SetOrRemove("spec", old["spec"u8]);
            foreach (string member in strategy.StatusKeeps)
            {
                metadata.SetOrRemove(member, old["metadata"u8][member]);
            }

            if (resource.Kind == "Pod" && draft.Child("status").Lacks("qosClass"))
            {
                draft.Child("status").SetOrRemove("qosClass", old["status"u8]["qosClass"u8]);
            }

            if (resource.Kind == "PersistentVolume")
            {
                VolumePreparation.OnStatusUpdate(draft, old, now);
            }
        }

        ServerMetadata.OnUpdate(metadata, old["metadata"u8]);
        return CreatePreparation.Finished(resource, draft, value);
    }

    /// <summary>The object to validate and store, for a write of a Namespace's finalizers.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="value">The new object, in normal form with its defaults.</param>
    /// <param name="old">What was there.</param>
    public static JsonValue PrepareFinalize(ApiResource resource, JsonValue value, JsonValue old)
    {
        JsonDraft draft = new(value);
        draft.SetOrRemove("status", old["status"u8]);
        ServerMetadata.OnUpdate(draft.Child("metadata"), old["metadata"u8]);
        return CreatePreparation.Finished(resource, draft, value);
    }

    private static bool HasChanged(ApiResource resource, Strategy strategy, JsonValue value, JsonValue old)
    {
        if (resource.IsCustom)
        {
            return value.Members().Concat(old.Members()).Any(member => member.Key != "metadata" && !Same(value[member.Key], old[member.Key]));
        }

        return strategy.GenerationMembers.Any(member => !Same(value[member], old[member]))
            || (strategy.CountsAnnotations && !Same(value["metadata"u8]["annotations"u8], old["metadata"u8]["annotations"u8]))
            || (strategy.CountsLabels && !Same(value["metadata"u8]["labels"u8], old["metadata"u8]["labels"u8]));
    }

    private static bool Same(JsonValue left, JsonValue right) =>
        left.IsMissing || right.IsMissing ? left.IsMissing && right.IsMissing : JsonEquality.AreEqual(left, right);

    private static JsonValue Counted(JsonValue value, JsonValue old)
    {
        long generation = old["metadata"u8]["generation"u8].TryGetInt64(out long known) ? known : 0;
        JsonDraft draft = new(value);
        draft.Child("metadata").SetJson("generation", (generation + 1).ToString(CultureInfo.InvariantCulture));
        return draft.Freeze(JsonPolicy.Server);
    }
}
