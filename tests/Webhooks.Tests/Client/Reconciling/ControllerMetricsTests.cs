using System.Diagnostics.Metrics;
using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Client.Reconciling;

public sealed class ControllerMetricsTests : IDisposable
{
    private static readonly ObjectKey One = new("n", "one");

    private readonly string _name = Guid.NewGuid().ToString();
    private readonly HeardLines _log = new();
    private readonly MeterListener _listener = new();
    private readonly Dictionary<string, double> _counts = [];
    private readonly List<double> _durations = [];

    public ControllerMetricsTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Webhooks.Client.Reconciling")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Metrics_count_how_reconciles_end_and_time_them()
    {
        ScriptedSource source = new ScriptedSource("users").Sync();
        await using RunningController controller = new(_name, 3, _log, source);
        Assert.Equal((0, 0, 0, 3), (Read("reconcile_total{result=success}"), Read("reconcile_total{result=error}"), Read("active_workers"), Read("max_concurrent_reconciles")));

        await ReconcileAsync(call => call.Succeed());
        await ReconcileAsync(call => call.Answer(new ReconcileResult.RequeueAfter(TimeSpan.FromDays(1))));
        await ReconcileAsync(call => call.Throw(new InvalidOperationException("oh")));
        await ReconcileAsync(call => call.Answer(new ReconcileResult.Failed("not yet")));
        await ReconcileAsync(call => call.Throw(new TerminalException("never")));
        Assert.Equal(
            (1, 1, 3, 3, 1),
            (Read("reconcile_total{result=success}"), Read("reconcile_total{result=requeue_after}"), Read("reconcile_total{result=error}"), Read("reconcile_errors_total"), Read("terminal_reconcile_errors_total")));
        Assert.Equal([1.0, 1.0, 1.0, 1.0, 1.0], _durations);

        async Task ReconcileAsync(Action<ReconcileCall> answer)
        {
            int before = _durations.Count;
            source.Tell(One);
            ReconcileCall call = await controller.Reconciler.NextAsync();
            Assert.Equal(1, Read("active_workers"));
            controller.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(new RunningKey(One, TimeSpan.FromSeconds(1)), Assert.Single(controller.Controller.Readings.Running));
            answer(call);
            await Eventually.HoldsAsync(() => _durations.Count > before);
        }
    }

    [Fact]
    public async Task A_fault_is_logged_as_one_a_refusal_as_what_it_says_and_a_conflict_for_who_looks_closely()
    {
        ScriptedSource source = new ScriptedSource("users", One).Sync();
        await using RunningController controller = new(_name, 1, _log, source);
        (await controller.Reconciler.NextAsync()).Throw(new InvalidOperationException("oh"));
        await controller.Delays.PassNextAsync();
        (await controller.Reconciler.NextAsync()).Throw(new KubernetesApiException(new Status { Code = 403, Message = "may not" }));
        await controller.Delays.PassNextAsync();
        (await controller.Reconciler.NextAsync()).Throw(new KubernetesApiException(new Status { Code = 409, Message = "was faster" }));
        await controller.Delays.PassNextAsync();
        (await controller.Reconciler.NextAsync()).Answer(new ReconcileResult.Failed("not yet"));
        await controller.Delays.PassNextAsync();
        (await controller.Reconciler.NextAsync()).Throw(new TerminalException("never"));
        await Eventually.HoldsAsync(() => _log.All.Count == 7);
        Assert.Equal(
            [
                $"Information: Controller {_name} waits for users",
                $"Information: Controller {_name} begins, with 1 workers",
                $"Error: Controller {_name} failed at n/one by a fault of its own, and tries again (InvalidOperationException: oh)",
                $"Warning: Controller {_name} failed at n/one and tries again: may not",
                $"Debug: Controller {_name} met a conflict at n/one and tries again: was faster",
                $"Warning: Controller {_name} failed at n/one and tries again: not yet",
                $"Error: Controller {_name} failed at n/one, and does not try again until something changes: never",
            ],
            _log.All);
    }

    private double Read(string name)
    {
        _listener.RecordObservableInstruments();
        lock (_counts)
        {
            return _counts[$"controller_runtime_{name}"];
        }
    }

    // Controllers of tests that run beside this one are heard, too.
    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (!_name.Equals(tags[0].Value))
        {
            return;
        }

        lock (_counts)
        {
            if (instrument.Name == "controller_runtime_reconcile_time_seconds")
            {
                _durations.Add(value);
            }

            _counts[tags.Length == 1 ? instrument.Name : $"{instrument.Name}{{{tags[1].Key}={tags[1].Value}}}"] = value;
        }
    }
}
