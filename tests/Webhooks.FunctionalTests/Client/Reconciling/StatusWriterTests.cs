using Webhooks.Client.Reconciling.Statuses;
using Webhooks.Client.Sending;
using Webhooks.Resources.Json;
using Webhooks.Shared.Reconciling;
using Xunit;

namespace Webhooks.FunctionalTests.Client.Reconciling;

/// <summary>C8: what becomes of a status when somebody else writes at the same time.</summary>
public sealed class StatusWriterTests : IAsyncLifetime
{
    private const string One = WidgetCluster.Widgets + "/one";

    private WidgetCluster _cluster = null!;
    private StatusWriter<Widget, WidgetStatus> _writer = null!;

    public async Task InitializeAsync()
    {
        _cluster = await WidgetCluster.StartAsync();
        _writer = new StatusWriter<Widget, WidgetStatus>(_cluster.Transport, widget => widget.Status);
    }

    public async Task DisposeAsync() => await _cluster.DisposeAsync();

    [Fact]
    public async Task C8_a_conflict_is_retried_from_a_fresh_read()
    {
        Widget read = await _cluster.CreateAsync("one");
        await PatchStatusAsync("""{"status":{"size":{"width":7},"unknown":"kept"}}""");

        List<WidgetStatus> seen = [];
        StatusWrite<Widget> outcome = await _writer.WriteAsync(
            read,
            status =>
            {
                seen.Add(status);
                return status with { Phase = "On" };
            },
            CancellationToken.None);
        Assert.Equal([$"patch {One}/status", $"get {One}", $"patch {One}/status"], _cluster.Transport.Take());
        Assert.Equal(new int?[] { null, 7 }, seen.Select(status => status.Size?.Width));
        Widget written = Assert.IsType<StatusWrite<Widget>.Written>(outcome).Item;
        Assert.Equal(("On", 7), (written.Status.Phase, written.Status.Size?.Width));
        Assert.Equal("kept", (await _cluster.GetAsync(One))["status"]["unknown"].GetString());
    }

    [Fact]
    public async Task C8_a_conflict_after_which_nothing_is_left_to_write_writes_nothing()
    {
        Widget read = await _cluster.CreateAsync("one");
        await PatchStatusAsync("""{"status":{"phase":"On","observedGeneration":1}}""");
        Assert.IsType<StatusWrite<Widget>.Unchanged>(await _writer.WriteAsync(read, status => status with { Phase = "On" }, CancellationToken.None));
        Assert.Equal([$"patch {One}/status", $"get {One}"], _cluster.Transport.Take());
    }

    [Fact]
    public async Task C8_five_conflicts_are_a_failure()
    {
        Widget read = await _cluster.CreateAsync("one");
        int writes = 0;
        _cluster.Transport.Before = async request =>
        {
            if (request.Verb == "patch")
            {
                await PatchStatusAsync($$$"""{"status":{"unknown":"{{{++writes}}}"}}""");
            }
        };
        KubernetesApiException failure = await Assert.ThrowsAsync<KubernetesApiException>(
            () => _writer.WriteAsync(read, status => status with { Phase = "On" }, CancellationToken.None));
        Assert.Equal((409, 5), (failure.Code, writes));
    }

    [Fact]
    public async Task C7_after_a_conflict_a_status_says_the_generation_that_the_caller_looked_at()
    {
        Widget read = await _cluster.CreateAsync("one");
        await _cluster.PatchAsync("one", """{"spec":{"color":"blue"}}""");
        Widget written = Assert.IsType<StatusWrite<Widget>.Written>(
            await _writer.WriteAsync(read, status => status with { Phase = "On" }, CancellationToken.None)).Item;
        Assert.Equal((2, 1), (written.Metadata.Generation, written.Status.ObservedGeneration));
    }

    [Fact]
    public async Task What_is_gone_or_has_another_in_its_place_gets_no_status()
    {
        Widget read = await _cluster.CreateAsync("one");
        await _cluster.DeleteAsync("one");
        Assert.IsType<StatusWrite<Widget>.Gone>(await _writer.WriteAsync(read, status => status with { Phase = "On" }, CancellationToken.None));

        await _cluster.CreateAsync("one");
        Assert.IsType<StatusWrite<Widget>.Gone>(await _writer.WriteAsync(read, status => status with { Phase = "On" }, CancellationToken.None));
        Assert.Null((await _cluster.FindAsync("one"))!.Status.Phase);
    }

    private Task<JsonValue> PatchStatusAsync(string patch) => _cluster.DoAsync(HttpMethod.Patch, One + "/status", patch, "application/merge-patch+json");
}
