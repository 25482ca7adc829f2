using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Webhooks.Server.Serving;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

public sealed class RequestBodyTests
{
    private const int Promised = 64 * 1024;
    private const int Rounds = 200;

    [Fact]
    public void A_body_that_is_only_promised_takes_no_memory()
    {
        BodyBudget budget = new(Promised);
        List<Task<(RequestBody?, RequestFault?)>> reading = new(Rounds);
        List<HttpContext> contexts = [.. Enumerable.Range(0, Rounds).Select(_ => Promising(new Pipe().Reader))];
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (HttpContext context in contexts)
        {
            reading.Add(RequestBody.ReadAsync(context, Promised, budget).AsTask());
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Rounds * Promised / 10);
        Assert.DoesNotContain(reading, one => one.IsCompleted);
        Assert.True(budget.TryTake(Promised));
    }

    [Fact]
    public async Task A_body_that_comes_in_pieces_is_read_whole()
    {
        byte[] sent = new byte[Promised];
        Random.Shared.NextBytes(sent);
        BodyBudget budget = new(Promised);
        Pipe pipe = new(new PipeOptions(pauseWriterThreshold: 0));
        ValueTask<(RequestBody? Body, RequestFault? Fault)> reading = RequestBody.ReadAsync(Promising(pipe.Reader), Promised, budget);
        for (int start = 0, length = 1; start < sent.Length; start += length, length = Math.Min(2 * length, sent.Length - start))
        {
            await pipe.Writer.WriteAsync(sent.AsMemory(start, length));
        }

        await pipe.Writer.CompleteAsync();
        (RequestBody? body, RequestFault? fault) = await reading;
        Assert.Null(fault);
        Assert.Equal(sent, body!.Bytes.ToArray());
        Assert.False(budget.TryTake(1));
        body.Dispose();
        Assert.True(budget.TryTake(Promised));
    }

    private static DefaultHttpContext Promising(PipeReader reader)
    {
        DefaultHttpContext context = new();
        context.Features.Set<IRequestBodyPipeFeature>(new Body(reader));
        context.Request.ContentLength = Promised;
        return context;
    }

    private sealed record Body(PipeReader Reader) : IRequestBodyPipeFeature;
}
