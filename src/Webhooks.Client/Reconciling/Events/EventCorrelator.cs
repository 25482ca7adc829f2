using System.Globalization;
using Webhooks.Resources.Names;

namespace Webhooks.Client.Reconciling.Events;

/// <summary>Makes few Events of many: what repeats is counted, what is similar is put together, what does not stop is left out.</summary>
/// <remarks>
/// Its rules and numbers are client-go's. Not thread safe; the time comes with the notes. It remembers 4,096 of each, those that
/// were used last.
/// </remarks>
internal sealed class EventCorrelator
{
    private const int Remembered = 4096;

    private const string Combined = "(combined from similar events): ";

    private readonly RecentlyUsed<SimilarEvents, SimilarMessages> _similar = new(Remembered);
    private readonly RecentlyUsed<(SimilarEvents Alike, string? Message), EventWrite> _written = new(Remembered);
    private readonly RecentlyUsed<EventSubject, long> _full = new(Remembered);

    private long _lastName;

    /// <summary>What is to be written of a note; <c>null</c>: nothing, its subject has had too many.</summary>
    public EventWrite? Correlate(EventNote note)
    {
        bool isCombined = Messages(note.Alike, note.At).Add(note.Message, note.At);
        string message = isCombined ? EventMessage.Bounded(Combined + note.Message) : note.Message;
        (SimilarEvents, string?) key = (note.Alike, isCombined ? null : message);
        EventWrite write = _written.TryGet(key, out EventWrite? before)
            ? before with { Alike = note.Alike, Message = message, Count = before.Count + 1, Last = note.At }
            : new EventWrite(note.Alike, message, NameOf(note), 1, note.At, note.At);

        // What is left out is counted nevertheless, and told with the next one that is not.
        _written.Set(key, write);
        return TakeToken(note.Alike.Subject, note.At.UtcTicks) ? write : null;
    }

    private SimilarMessages Messages(SimilarEvents alike, DateTimeOffset now)
    {
        if (!_similar.TryGet(alike, out SimilarMessages? messages) || messages.IsOver(now))
        {
            messages = new SimilarMessages();
            _similar.Set(alike, messages);
        }

        return messages;
    }

    // A bucket of 25, with one more every five minutes, kept as the time at which it is full again.
    private bool TakeToken(EventSubject subject, long now)
    {
        const long Interval = 5 * TimeSpan.TicksPerMinute;
        _full.TryGet(subject, out long full);
        full = Math.Max(full, now) + Interval;
        if (full - now > 25 * Interval)
        {
            return false;
        }

        _full.Set(subject, full);
        return true;
    }

    // The subject's name and the time, as client-go has it; a name that leaves no room for the time gives way to the kind.
    private string NameOf(EventNote note)
    {
        _lastName = Math.Max(_lastName + 1, (note.At.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * TimeSpan.NanosecondsPerTick);
        string time = _lastName.ToString("x", CultureInfo.InvariantCulture);
        string name = $"{note.Alike.Subject.Key.Name}.{time}";
        return DnsSubdomain.Problems(name).Count == 0 ? name : $"{note.Alike.Subject.Kind.ToLowerInvariant()}.{time}";
    }
}
