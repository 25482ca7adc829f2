using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>What a list of pods says of one: how many containers are ready, what state it is in, how often it restarted.</summary>
/// <remarks>Source: printPod in k8s.io/kubernetes/pkg/printers/internalversion.</remarks>
internal sealed class PodStatusLine
{
    private readonly JsonValue _pod;
    private readonly JsonValue _status;
    private readonly HashSet<string> _sidecars;
    private RestartCount _restarts;
    private RestartCount _sidecarRestarts;

    private PodStatusLine(JsonValue pod)
    {
        _pod = pod;
        _status = pod["status"u8];
        _sidecars = [.. pod["spec"u8]["initContainers"u8].Items()
            .Where(container => container["restartPolicy"u8].TextEquals("Always"u8))
            .Select(container => Facts.Text(container["name"u8]))];
        Total = pod["spec"u8]["containers"u8].Count + _sidecars.Count;
        Reason = Facts.TextOr(_status["reason"u8], Facts.Text(_status["phase"u8]));
    }

    /// <summary>How many containers are ready.</summary>
    public int Ready { get; private set; }

    /// <summary>How many containers there are; of the init containers only those that keep running.</summary>
    public int Total { get; }

    /// <summary>The state: <c>Running</c>, <c>Init:0/1</c>, <c>CrashLoopBackOff</c>, <c>Terminating</c>.</summary>
    public string Reason { get; private set; }

    /// <summary>Reads a pod.</summary>
    public static PodStatusLine Of(JsonValue pod)
    {
        PodStatusLine line = new(pod);
        line.ReadGates();
        bool initializing = line.ReadInitContainers();
        if (!initializing || Conditions.IsTrue(line._status, "Initialized"))
        {
            line.ReadContainers();
        }

        line.ReadDeletion();
        return line;
    }

    /// <summary>How often its containers restarted, and how long ago the last did: <c>3 (5m ago)</c>.</summary>
    public string Restarts(DateTimeOffset now) => _restarts.Text(now);

    private void ReadGates()
    {
        foreach (JsonValue condition in _status["conditions"u8].Items())
        {
            if (condition["type"u8].TextEquals("PodScheduled"u8) && condition["reason"u8].TextEquals("SchedulingGated"u8))
            {
                Reason = "SchedulingGated";
            }
        }
    }

    /// <summary>Reads the init containers up to the first that has not done its part.</summary>
    /// <returns>Whether there is such a one.</returns>
    private bool ReadInitContainers()
    {
        int index = 0;
        foreach (JsonValue container in _status["initContainerStatuses"u8].Items())
        {
            bool isSidecar = _sidecars.Contains(Facts.Text(container["name"u8]));
            _restarts = _restarts.With(container);
            if (isSidecar)
            {
                _sidecarRestarts = _sidecarRestarts.With(container);
            }

            JsonValue terminated = container["state"u8]["terminated"u8];
            bool hasStarted = isSidecar && Facts.IsTrue(container["started"u8]);
            if (terminated.IsAbsent ? !hasStarted : Numbers.Of(terminated["exitCode"u8]) != 0 && !hasStarted)
            {
                Reason = "Init:" + InitReason(container["state"u8], index);
                return true;
            }

            Ready += terminated.IsAbsent || Numbers.Of(terminated["exitCode"u8]) != 0
                ? Facts.IsTrue(container["ready"u8]) ? 1 : 0
                : 0;
            index++;
        }

        return false;
    }

    private string InitReason(JsonValue state, int index) => state["terminated"u8] is { IsAbsent: false } terminated
        ? EndReason(terminated)
        : state["waiting"u8]["reason"u8].AsString() is { Length: > 0 } waiting and not "PodInitializing"
            ? waiting
            : $"{index}/{_pod["spec"u8]["initContainers"u8].Count}";

    private void ReadContainers()
    {
        _restarts = _sidecarRestarts;
        bool hasRunning = false;
        foreach (JsonValue container in _status["containerStatuses"u8].Items().Reverse())
        {
            _restarts = _restarts.With(container);
            JsonValue state = container["state"u8];
            if (state["waiting"u8]["reason"u8].AsString() is { Length: > 0 } waiting)
            {
                Reason = waiting;
            }
            else if (state["terminated"u8] is { IsAbsent: false } terminated)
            {
                Reason = EndReason(terminated);
            }
            else if (Facts.IsTrue(container["ready"u8]) && !state["running"u8].IsAbsent)
            {
                hasRunning = true;
                Ready++;
            }
        }

        if (Reason == "Completed" && hasRunning)
        {
            Reason = _status["conditions"u8].Items().Any(IsReady) ? "Running" : "NotReady";
        }
    }

    private void ReadDeletion()
    {
        if (!Facts.IsBeingDeleted(_pod))
        {
            return;
        }

        if (_status["reason"u8].TextEquals("NodeLost"u8))
        {
            Reason = "Unknown";
        }
        else if (_status["phase"u8].AsString() is not ("Succeeded" or "Failed"))
        {
            Reason = "Terminating";
        }
    }

    private static bool IsReady(JsonValue condition) =>
        condition["type"u8].TextEquals("Ready"u8) && condition["status"u8].TextEquals("True"u8);

    private static string EndReason(JsonValue terminated) =>
        terminated["reason"u8].AsString() is { Length: > 0 } reason ? reason
        : Numbers.Of(terminated["signal"u8]) is not 0 and var signal ? $"Signal:{signal}"
        : $"ExitCode:{Numbers.Of(terminated["exitCode"u8])}";
}
