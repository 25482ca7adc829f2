using Microsoft.Extensions.Logging;
using Webhooks.Admission.Injection;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Json;

namespace Webhooks.Server.Clusters;

/// <summary>Asks an API server for its version.</summary>
internal static class ServerVersionQuery
{
    /// <summary>No answer is longer; a longer one is none.</summary>
    private const int LongestAnswer = 64 * 1024;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly ApiRequest Request = new() { Method = HttpMethod.Get, Target = "/version", Verb = "get" };

    /// <summary>Asks until it answers.</summary>
    /// <param name="transport">Sends the request.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told when it can't be had.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns><c>null</c> where the server does not tell, or says what is no version.</returns>
    public static async Task<KubeVersion?> FindAsync(IApiTransport transport, TimeProvider time, ILogger logger, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                KubeVersion? version = await AskAsync(transport, stop).ConfigureAwait(false);
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

    private static async Task<KubeVersion?> AskAsync(IApiTransport transport, CancellationToken stop)
    {
        using ApiResponse response = await transport.SendAsync(Request, stop).ConfigureAwait(false);
        byte[] buffer = new byte[LongestAnswer];
        int length = await response.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop).ConfigureAwait(false);
        try
        {
            using JsonTree tree = JsonTree.Parse(buffer.AsMemory(0, length), JsonPolicy.Server);
            return tree.Root["gitVersion"u8].AsString() is { } text && KubeVersion.TryParse(text, out KubeVersion version) ? version : null;
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }
}
