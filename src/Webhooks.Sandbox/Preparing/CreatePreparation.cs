using Webhooks.Resources.Json;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Kinds;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Definitions;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Preparing;

/// <summary>Makes of a decoded object what is stored: what only the server says is set or dropped.</summary>
internal static class CreatePreparation
{
    private static readonly Dictionary<(string Group, string Kind), Action<JsonDraft>> Steps = new()
    {
        [("", "Pod")] = PodPreparation.OnCreate,
        [("", "Namespace")] = NamespacePreparation.OnCreate,
        [("", "Node")] = NodePreparation.OnCreate,
        [("", "ServiceAccount")] = ServiceAccountPreparation.Reduce,
        [("", "PersistentVolume")] = VolumePreparation.OnCreate,
        [("", "PersistentVolumeClaim")] = draft => draft.SetJson("status", """{"phase":"Pending"}"""),
        [("coordination.k8s.io", "Lease")] = LeasePreparation.Reduce,
        [("apps", "DaemonSet")] = DaemonSetPreparation.OnCreate,
        [("batch", "Job")] = JobPreparation.OnCreate,
        [("apiextensions.k8s.io", "CustomResourceDefinition")] = DefinitionPreparation.OnCreate,
    };

    /// <summary>The object to validate and store. Name, namespace, uid and time of creation are set before; what mutating admission does by default comes with it.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="draft">The object; changed.</param>
    /// <param name="normal">The object in normal form with its defaults that it was made of.</param>
    /// <param name="addresses">Gives Services their addresses; <c>null</c>: they get none.</param>
    public static JsonValue Prepare(ApiResource resource, JsonDraft draft, JsonValue normal, ServiceAddresses? addresses = null)
    {
        Strategy strategy = Strategies.Of(resource);
        ServerMetadata.OnCreate(draft.Child("metadata"));
        if (strategy.CountsGeneration)
        {
            draft.Child("metadata").SetJson("generation", "1");
        }

        if (strategy.HasStatus && !strategy.KeepsStatusOnCreate && !draft.Lacks("status"))
        {
            draft.Remove("status");
        }

        if (!resource.IsCustom)
        {
            VolumeProtection.OnCreate(resource, draft);
            Steps.GetValueOrDefault((resource.Group, resource.Kind))?.Invoke(draft);
            if (resource.Group.Length == 0 && resource.Kind == "Service")
            {
                ServicePreparation.OnCreate(draft, addresses);
            }
        }

        return Finished(resource, draft, normal);
    }

    /// <summary>The draft in normal form.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="draft">The object.</param>
    /// <param name="normal">The object that it was made of: all of it but the metadata's order is in normal form.</param>
    internal static JsonValue Finished(ApiResource resource, JsonDraft draft, JsonValue normal) =>
        resource.IsCustom || !draft.Source.IsMissing ? draft.Freeze(JsonPolicy.Server) : NormalForm.Of(DecodeTargets.Of(resource), draft, normal);
}
