namespace Webhooks.FunctionalTests.Contract;

/// <summary>How patient a replay is.</summary>
internal sealed record ReplayPace
{
    /// <summary>How long a watch that should stay silent is listened to. The recorded server was given 250 ms.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long an event, or the end of a watch, that should come is waited for.</summary>
    public TimeSpan Events { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>At most how long a request is repeated, whatever the recording allows.</summary>
    public TimeSpan Retry { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Between two tries of a request that is repeated.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>A server of its own on the network, its controllers included.</summary>
    public static ReplayPace Cluster { get; } = new();

    /// <summary>A server in this process, which is late only when the machine is busy.</summary>
    public static ReplayPace InProcess { get; } = new()
    {
        Quiet = TimeSpan.FromMilliseconds(100),
        Events = TimeSpan.FromSeconds(15),
        Retry = TimeSpan.FromSeconds(20),
        Pause = TimeSpan.FromMilliseconds(20),
    };
}
