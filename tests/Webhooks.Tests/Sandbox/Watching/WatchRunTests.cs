using System.IO.Pipelines;
using System.Text;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Tables;
using Webhooks.Sandbox.Watching;
using Webhooks.Tests.Sandbox.Verbs;
using Xunit;

namespace Webhooks.Tests.Sandbox.Watching;

/// <summary>A watch has its place before its client reads the head of the answer.</summary>
public sealed class WatchRunTests : IDisposable
{
    private readonly BareCluster _bare = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_restore_after_the_head_ends_it(bool sendsInitialEvents)
    {
        Store store = _bare.Cluster.Store;
        long revision = store.Revision;
        Assert.Equal("", await Lines(revision, sendsInitialEvents, () => store.Restore(revision)));
    }

    [Fact]
    public async Task A_change_after_the_head_is_told_behind_what_there_was()
    {
        _bare.Create("configmaps", "n", """{"metadata":{"name":"before"}}""");
        string lines = await Lines(1, true, () =>
        {
            _bare.Create("configmaps", "n", """{"metadata":{"name":"after"}}""");
            _bare.Cluster.Store.Drop(_bare.Resource("configmaps").StoredAs);
        });
        string[] names = [.. lines.Split('\n').Where(line => line.Contains("ADDED")).Select(line => line.Split("\"name\":\"")[1].Split('"')[0])];
        Assert.Equal(["before", "after"], names);
    }

    public void Dispose() => _bare.Dispose();

    private async Task<string> Lines(long version, bool? sendsInitialEvents, Action afterHead)
    {
        ApiResource resource = _bare.Resource("configmaps");
        ListOptions options = new() { IsWatch = true, SendsInitialEvents = sendsInitialEvents };
        WatchOutput output = new(resource, Representation.Json, IncludedObject.Metadata, TimeProvider.System, json => json);
        WatchRun run = new(_bare.Cluster, resource.StoredAs, "n/", options, ObjectFilter.Of(resource, options), output);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(30));
        using MemoryStream written = new();
        PipeWriter pipe = PipeWriter.Create(written, new StreamPipeWriterOptions(leaveOpen: true));
        await run.Run(pipe, version, Open, () => ValueTask.CompletedTask, patience.Token);
        await pipe.CompleteAsync();
        Assert.False(patience.IsCancellationRequested);
        return Encoding.UTF8.GetString(written.ToArray());

        Task Open()
        {
            afterHead();
            return Task.CompletedTask;
        }
    }
}
