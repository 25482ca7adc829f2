using Webhooks.Client.Access;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Client.Discovery;

/// <summary>Asks a server which resources it has: in two requests, or of an older one in one more for each group and version.</summary>
internal static class ResourceDiscovery
{
    /// <summary>Asks for all of them. A group whose own server does not answer is stale, and spoils nothing else.</summary>
    public static async Task<ResourceMap> AskAsync(IApiTransport transport, CancellationToken cancellationToken)
    {
        List<DiscoveredResource> resources = [];
        List<GroupVersion> stale = [];
        foreach (ApiRequest request in new[] { RawRequests.CoreGroup, RawRequests.Groups })
        {
            JsonValue root = JsonAnswer.Parse(await transport.AskAsync(request, cancellationToken).ConfigureAwait(false));
            if (AggregatedDiscovery.Is(root))
            {
                AggregatedDiscovery.Read(root, resources, stale);
                continue;
            }

            foreach (GroupVersion version in request == RawRequests.CoreGroup ? PlainDiscovery.CoreVersions(root) : PlainDiscovery.Versions(root))
            {
                await AskAsync(transport, version, resources, stale, cancellationToken).ConfigureAwait(false);
            }
        }

        return new ResourceMap(resources, stale);
    }

    private static async Task AskAsync(
        IApiTransport transport, GroupVersion version, List<DiscoveredResource> resources, List<GroupVersion> stale, CancellationToken cancellationToken)
    {
        try
        {
            JsonValue root = JsonAnswer.Parse(await transport.AskAsync(RawRequests.ResourcesOf(version), cancellationToken).ConfigureAwait(false));
            resources.AddRange(PlainDiscovery.Resources(version, root));
        }
        catch (KubernetesApiException problem) when (problem.Code is 404 or 503)
        {
            // It has gone meanwhile, or the server behind it has.
            stale.Add(version);
        }
    }
}
