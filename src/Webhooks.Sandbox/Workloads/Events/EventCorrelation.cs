namespace Webhooks.Sandbox.Workloads.Events;

/// <summary>Which occurrences share an Event: those that say the same, and of those that say nearly the same the tenth and all after it.</summary>
/// <remarks>As the correlator of <c>k8s.io/client-go/tools/record</c>. Not thread safe.</remarks>
internal sealed class EventCorrelation
{
    private const int MostAlike = 10;
    private const int MostKept = 4096;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, Alike> _alike = new(StringComparer.Ordinal);

    /// <summary>What an occurrence's Event is known by, and says.</summary>
    public (string Key, string Message) Place(Occurrence occurrence, DateTimeOffset now)
    {
        string similar = occurrence.Similar;
        if (!_alike.TryGetValue(similar, out Alike? alike) || now - alike.Last > Interval)
        {
            if (_alike.Count >= MostKept)
            {
                _alike.Clear();
            }

            _alike[similar] = alike = new Alike();
        }

        alike.Last = now;
        alike.Messages.Add(occurrence.Message);
        if (alike.Messages.Count < MostAlike)
        {
            return (similar + "\n" + occurrence.Message, occurrence.Message);
        }

        // Nine messages are enough to know.
        alike.Messages.Remove(occurrence.Message);
        return (similar, "(combined from similar events): " + occurrence.Message);
    }

    private sealed class Alike
    {
        public DateTimeOffset Last { get; set; }

        public HashSet<string> Messages { get; } = new(StringComparer.Ordinal);
    }
}
