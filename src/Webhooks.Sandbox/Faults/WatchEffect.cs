using System.Text;
using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Faults;

/// <summary>What happens to a watch that a fault hits. A closed set. A watch is hit by one of them at most.</summary>
/// <remarks>Events are counted from the watch's start, bookmarks among them. Lost events are no effect: no server that is right loses any.</remarks>
public abstract record WatchEffect : FaultEffect
{
    private WatchEffect(int after) => After = after;

    /// <summary>After how many events it happens; 0 for at the start.</summary>
    public int After { get; }

    /// <summary>A line that is no JSON.</summary>
    public static Line NoJson(int after = 0) => new("{\"type\":\"ADDED\",\"object\":{"u8.ToArray(), after);

    /// <summary>A line of an event type that does not exist.</summary>
    public static Line UnknownType(int after = 0) =>
        new("{\"type\":\"MOVED\",\"object\":{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{}}}"u8.ToArray(), after);

    /// <summary>A line that goes on and on: an event whose object has one long member.</summary>
    /// <param name="length">Its length in bytes, without what stands around the member.</param>
    /// <param name="after">After how many events.</param>
    public static Line TooLong(int length, int after = 0) => new(
        Encoding.ASCII.GetBytes($"{{\"type\":\"MODIFIED\",\"object\":{{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"message\":\"{new string('x', length)}\"}}}}"), after);

    /// <summary>It ends in good order.</summary>
    /// <param name="After">After how many events.</param>
    public sealed record End(int After = 0) : WatchEffect(After);

    /// <summary>It ends with an event <c>ERROR</c>.</summary>
    /// <param name="Status">What the event says: 410 Expired, for instance.</param>
    /// <param name="After">After how many other events.</param>
    public sealed record Error(Status Status, int After = 0) : WatchEffect(After);

    /// <summary>It breaks off in the middle of an event.</summary>
    /// <param name="After">After how many whole events.</param>
    /// <param name="IsClean">
    /// Whether the body ends there in good order, as proxies have it; else the connection is cut. Over HTTP/1.1 half of the
    /// event is sent before; over HTTP/2 the cut may overtake it.
    /// </param>
    public sealed record Truncation(int After = 0, bool IsClean = false) : WatchEffect(After);

    /// <summary>A line is sent that the client does not expect; the watch goes on.</summary>
    /// <param name="Bytes">The line without its end.</param>
    /// <param name="After">After how many events.</param>
    public sealed record Line(ReadOnlyMemory<byte> Bytes, int After = 0) : WatchEffect(After);

    /// <summary>Each bookmark comes twice.</summary>
    public sealed record RepeatedBookmarks() : WatchEffect(0);
}
