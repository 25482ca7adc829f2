using Webhooks.Client.Requests;

namespace Webhooks.Client.Sending;

/// <summary>Sends requests to one API server.</summary>
/// <remarks>Thread safe. Layers of a pipeline are transports before transports; informers and elections see this alone.</remarks>
public interface IApiTransport
{
    /// <summary>Sends a request and reads the head of its answer.</summary>
    /// <returns>An answer of success, 2xx; its reader disposes of it.</returns>
    /// <exception cref="KubernetesApiException">The server refused it.</exception>
    /// <exception cref="HttpRequestException">There is no connection, or it broke; whether the server did what was asked is not known.</exception>
    /// <exception cref="TimeoutException">It took longer than it may.</exception>
    Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken);
}
