using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Discovery;

/// <summary>The version in which a resource's objects are stored, which discovery tells by a hash.</summary>
internal static class StorageVersion
{
    /// <summary>Those that are stored in another version than the one they are served in.</summary>
    private static readonly FrozenDictionary<GroupVersionKind, GroupVersion> Others = new Dictionary<GroupVersionKind, GroupVersion>
    {
        [new("admissionregistration.k8s.io", "v1", "MutatingAdmissionPolicy")] = new("admissionregistration.k8s.io", "v1beta1"),
        [new("admissionregistration.k8s.io", "v1", "MutatingAdmissionPolicyBinding")] = new("admissionregistration.k8s.io", "v1beta1"),
        [new("apiextensions.k8s.io", "v1", "CustomResourceDefinition")] = new("apiextensions.k8s.io", "v1beta1"),
        [new("autoscaling", "v1", "HorizontalPodAutoscaler")] = new("autoscaling", "v2"),
        [new("events.k8s.io", "v1", "Event")] = new("", "v1"),
    }.ToFrozenDictionary();

    /// <summary>The hash of a resource's storage version; null for one that is not stored, such as a review.</summary>
    public static string? HashOf(ApiResource resource)
    {
        if (!resource.Verbs.Contains("delete"))
        {
            return null;
        }

        GroupVersion version = Of(resource);
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{version.Group}/{version.Version}/{resource.Kind}"));
        return Convert.ToBase64String(hash.AsSpan(0, 8));
    }

    private static GroupVersion Of(ApiResource resource)
    {
        if (!resource.IsCustom)
        {
            return Others.GetValueOrDefault(resource.Gvk, new GroupVersion(resource.Group, resource.Version));
        }

        JsonValue stored = resource.Definition["spec"u8]["versions"u8].Items()
            .FirstOrDefault(version => version["storage"u8].Kind == JsonKind.True);
        return new GroupVersion(resource.Group, stored["name"u8].AsString() ?? resource.Version);
    }
}
