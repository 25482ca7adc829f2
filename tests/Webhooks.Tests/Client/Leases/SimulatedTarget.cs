using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Tests.Client.Leases;

/// <summary>What a leader's work writes to. Whoever gets here must lead.</summary>
internal sealed class SimulatedTarget(SimulatedWorld world, SimulatedProcess process) : IApiTransport
{
    public Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (!process.IsLeader || cancellationToken.IsCancellationRequested)
        {
            world.Fail($"{process.Identity} wrote, and does not lead");
        }

        return Task.FromResult(new ApiResponse(200, Stream.Null, Stream.Null));
    }
}
