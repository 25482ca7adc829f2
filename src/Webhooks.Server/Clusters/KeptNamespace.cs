using Webhooks.Admission.Users;
using Webhooks.Client.Objects;

namespace Webhooks.Server.Clusters;

/// <summary>What is cached of a namespace: whose it is, and nothing else.</summary>
internal static class KeptNamespace
{
    private const string Terminating = "Terminating";

    /// <summary>That part of a namespace; <c>null</c> for one that is going: whoever wants its name need only wait.</summary>
    public static Namespace? Of(Namespace item)
    {
        ObjectMeta from = item.Metadata;
        return from.DeletionTimestamp != null || item.Status.Phase == Terminating
            ? null
            : new Namespace
            {
                Metadata = new ObjectMeta
                {
                    Name = from.Name,
                    ResourceVersion = from.ResourceVersion,
                    Annotations = from.Annotations.TryGetValue(NamespaceFacts.AdoptAnnotation, out string? user)
                        ? StringMap.Of([new(NamespaceFacts.AdoptAnnotation, user)])
                        : StringMap.Empty,
                    OwnerReferences = [.. from.OwnerReferences.Where(IsControllingUser)],
                },
            };
    }

    /// <summary>Whose a namespace is, as it is kept.</summary>
    public static NamespaceFacts Facts(Namespace kept) => new(
        kept.Metadata.OwnerReferences is [var owner, ..] ? owner.Uid : "",
        kept.Metadata.Annotations.TryGetValue(NamespaceFacts.AdoptAnnotation, out string? user) ? user : "");

    private static bool IsControllingUser(OwnerReference owner) =>
        owner is { Controller: true, Kind: "User" } && owner.ApiVersion.StartsWith(UserDefinition.Group + "/", StringComparison.Ordinal);
}
