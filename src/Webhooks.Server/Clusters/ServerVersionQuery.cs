using System.Text.Json;
using Microsoft.Extensions.Logging;
using Webhooks.Admission.Injection;
using Webhooks.Client.Access;
using Webhooks.Client.Sending;

namespace Webhooks.Server.Clusters;

/// <summary>Asks an API server for its version.</summary>
internal static class ServerVersionQuery
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Asks until it answers.</summary>
    /// <param name="transport">Sends the request.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told when it can't be had.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns><c>null</c> where the server does not tell, or says what is no version.</returns>
    public static async Task<KubeVersion?> FindAsync(IApiTransport transport, TimeProvider time, ILogger logger, CancellationToken stop)
    {
        KubernetesClient client = new(transport);
        while (true)
        {
            try
            {
                KubeVersion? version = await AskAsync(client, stop).ConfigureAwait(false);
                if (version is { } known)
                {
                    ClusterLog.Version(logger, known.ToString());
                }
                else
                {
                    ClusterLog.NoVersion(logger, "its answer holds none");
                }

                return version;
            }
            catch (KubernetesApiException refusal) when (refusal.Code is < 500 and not 429)
            {
                ClusterLog.NoVersion(logger, refusal.Message);
                return null;
            }
            catch (Exception failure) when (failure is KubernetesApiException or HttpRequestException or IOException or TimeoutException)
            {
                await Task.Delay(Pause, time, stop).ConfigureAwait(false);
            }
        }
    }

    private static async Task<KubeVersion?> AskAsync(KubernetesClient client, CancellationToken stop)
    {
        try
        {
            ServerVersion answer = await client.GetVersionAsync(stop).ConfigureAwait(false);
            return KubeVersion.TryParse(answer.GitVersion, out KubeVersion version) ? version : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
