using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Watching;

/// <summary>When a watch ends, and when it sends bookmarks: each minute, and two seconds before its end.</summary>
internal sealed class WatchClock
{
    private static readonly TimeSpan Default = TimeSpan.FromMinutes(45);
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BeforeEnd = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time;
    private readonly DateTimeOffset _end;
    private DateTimeOffset _bookmark;

    /// <summary>Starts the clock.</summary>
    public WatchClock(TimeProvider time, ListOptions options)
    {
        _time = time;
        DateTimeOffset now = time.GetUtcNow();
        _end = now + (options.TimeoutSeconds is { } seconds and > 0 ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)) : Default);
        _bookmark = Next(now);
    }

    /// <summary>Whether the time is up.</summary>
    public bool IsOver => _time.GetUtcNow() >= _end;

    /// <summary>How long until there is something to do; at least a millisecond.</summary>
    public TimeSpan UntilNext
    {
        get
        {
            TimeSpan left = (_bookmark < _end ? _bookmark : _end) - _time.GetUtcNow();
            return left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left;
        }
    }

    /// <summary>Whether a bookmark is due; if so it counts as sent.</summary>
    public bool TakeBookmark()
    {
        DateTimeOffset now = _time.GetUtcNow();
        if (now < _bookmark)
        {
            return false;
        }

        _bookmark = Next(now);
        return true;
    }

    private DateTimeOffset Next(DateTimeOffset now)
    {
        DateTimeOffset last = _end - BeforeEnd;
        return last > now && last < now + Interval ? last : now + Interval;
    }
}
