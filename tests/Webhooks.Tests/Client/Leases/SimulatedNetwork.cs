using System.Text.Json.Nodes;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Tests.Client.Leases;

/// <summary>What lies between a process and the server: requests and answers are late, lost, or come twice, and a request that was given up may arrive.</summary>
internal sealed class SimulatedNetwork(SimulatedWorld world, SimulatedProcess process) : IApiTransport
{
    private int _inFlight;

    /// <summary>The first request, for others to send elsewhere.</summary>
    public ApiRequest? FirstSent { get; private set; }

    private bool IsCut => process.Node.CutUntil > world.Now;

    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        world.AssertThread();
        FirstSent ??= request;
        if (++_inFlight > 1)
        {
            world.Fail($"{process.Identity} has two requests in flight");
        }

        if (process.IsWorking && request.Verb == "update" && (string?)JsonNode.Parse(request.Body.Span)!["spec"]!["holderIdentity"] == "")
        {
            world.Fail($"{process.Identity} gives its Lease back while its work goes on");
        }

        TaskCompletionSource<byte[]> answer = new();
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(_ => answer.TrySetCanceled(cancellationToken), null);
        Send(request, answer);
        if (world.IsTroubled && world.Random.Next(20) == 0)
        {
            Send(request, answer);
        }

        try
        {
            MemoryStream body = new(await answer.Task.ConfigureAwait(false));
            return new ApiResponse(200, body, body);
        }
        finally
        {
            _inFlight--;
        }
    }

    private void Send(ApiRequest request, TaskCompletionSource<byte[]> answer)
    {
        // Through a cut, a request is refused or lost, or comes late, when there is none any more.
        if (IsCut && world.Random.Next(3) is var fate and < 2)
        {
            if (fate == 0)
            {
                world.Schedule(Delay(), process, () => answer.TrySetException(new TimeoutException("there is no connection")));
            }

            return;
        }

        world.Schedule((IsCut ? process.Node.CutUntil - world.Now : 0) + Delay(), null, () => Arrive(request, answer));
    }

    private void Arrive(ApiRequest request, TaskCompletionSource<byte[]> answer)
    {
        // A request that was given up is mostly not done; that it is at times cannot be helped.
        if (answer.Task.IsCompleted && world.Random.Next(4) != 0)
        {
            return;
        }

        Action reply;
        try
        {
            byte[] bytes = world.Server.Answer(request);
            reply = () => answer.TrySetResult(bytes);
        }
        catch (KubernetesApiException refusal)
        {
            reply = () => answer.TrySetException(refusal);
        }

        if (!IsCut || world.Random.Next(3) == 0)
        {
            world.Schedule((IsCut ? process.Node.CutUntil - world.Now : 0) + Delay(), process, reply);
        }
    }

    private long Delay() => TimeSpan.TicksPerMillisecond * (world.IsTroubled && world.Random.Next(15) == 0 ? world.Random.Next(15_000) : world.Random.Next(1, 200));
}
