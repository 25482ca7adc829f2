using Webhooks.Client.Access;
using Webhooks.Client.Objects;
using Webhooks.Client.Sending;
using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Client.Contract;

/// <summary>The custom resources of the cases: users, and widgets that can be scaled.</summary>
internal static class CustomKinds
{
    public static ResourceType Definitions { get; } =
        new("apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", IsNamespaced: false);

    public static ResourceType Widgets { get; } = new("client.example.com", "v1", "widgets", "Widget", IsNamespaced: true);

    /// <summary>Makes them, and waits until the server has them.</summary>
    public static async Task CreateAsync(KubernetesClient client)
    {
        await client.Of(Definitions).CreateAsync(Definition(User.Resource, "usr", """{"status":{}}"""), null, default);
        await client.Of(Definitions).CreateAsync(
            Definition(Widgets, "wdg", """{"status":{},"scale":{"specReplicasPath":".spec.replicas","statusReplicasPath":".status.replicas"}}"""), null, default);
        await ServedAsync(client, User.Resource);
        await ServedAsync(client, Widgets);
    }

    /// <summary>The definition of a kind whose objects keep whatever they have.</summary>
    public static KubernetesDocument Definition(ResourceType type, string shortName, string subresources) => ClientSession.Document(
        $$$"""
        {"apiVersion":"apiextensions.k8s.io/v1","kind":"CustomResourceDefinition","metadata":{"name":"{{{type.Plural}}}.{{{type.Group}}}"},
         "spec":{"group":"{{{type.Group}}}","scope":"{{{(type.IsNamespaced ? "Namespaced" : "Cluster")}}}",
          "names":{"plural":"{{{type.Plural}}}","singular":"{{{type.Kind.ToLowerInvariant()}}}","kind":"{{{type.Kind}}}","shortNames":["{{{shortName}}}"]},
          "versions":[{"name":"v1","served":true,"storage":true,"subresources":{{{subresources}}},
           "schema":{"openAPIV3Schema":{"type":"object","properties":{
            "spec":{"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{"replicas":{"type":"integer","minimum":0} } },
            "status":{"type":"object","x-kubernetes-preserve-unknown-fields":true,"properties":{"replicas":{"type":"integer"} } } } } } }]}}
        """);

    /// <summary>Waits until the server has a resource, and has told of it.</summary>
    public static Task ServedAsync(KubernetesClient client, ResourceType type) => Eventually.HoldsAsync(async () =>
    {
        try
        {
            await client.Of(type).ListPageAsync("", new(), default);
            return await client.Resources.FindAsync(type.GroupVersionKind, default) == type;
        }
        catch (KubernetesApiException missing) when (missing.Code == 404)
        {
            return false;
        }
    });
}
