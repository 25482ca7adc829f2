using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Shared.Transcripts;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Contract;

/// <summary>Lets nothing through that is done and has a form that no kube-apiserver was recorded accepting.</summary>
internal sealed class RecordedFormsTransport(IApiTransport next) : IApiTransport
{
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        // What is refused may have whatever form: that is what is tried there.
        ApiResponse response = await next.SendAsync(request, cancellationToken);
        Assert.All(RequestForm.Of(request).Parts(), part => Assert.Contains(part, RequestForm.Accepted));
        return response;
    }
}
