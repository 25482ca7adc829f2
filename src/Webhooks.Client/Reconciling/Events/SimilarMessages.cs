namespace Webhooks.Client.Reconciling.Events;

/// <summary>The messages of similar events, as long as they follow each other within ten minutes.</summary>
internal sealed class SimilarMessages
{
    private const int MostAlone = 9;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private readonly HashSet<string> _alone = new(StringComparer.Ordinal);
    private DateTimeOffset _last;

    /// <summary>Whether the last one is so long ago that the next one begins anew.</summary>
    public bool IsOver(DateTimeOffset now) => now - _last > Interval;

    /// <summary>Adds a message.</summary>
    /// <returns>True for the tenth different one and all that follow, which are told together.</returns>
    public bool Add(string message, DateTimeOffset now)
    {
        _last = now;
        if (_alone.Count < MostAlone)
        {
            _alone.Add(message);
            return false;
        }

        return !_alone.Contains(message);
    }
}
