using System.Globalization;

namespace Webhooks.Sandbox.Protobuf;

/// <summary>Times on the wire: seconds since 1970 and nanoseconds.</summary>
internal static class WireTime
{
    private const long TicksPerMicrosecond = TimeSpan.TicksPerMicrosecond;
    private const int NanosecondsPerMicrosecond = 1_000;
    private static readonly long LeastSecond = DateTimeOffset.MinValue.ToUnixTimeSeconds();
    private static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();
    private static readonly ProtoMessage Timestamp = ProtoMessage.Parse("Timestamp: 1 seconds int64, 2 nanos int32", "");

    /// <summary>The time as the API writes it; <c>null</c> for Go's zero time, which an empty message is too.</summary>
    /// <param name="bytes">The message.</param>
    /// <param name="hasMicros">Whether it has six decimals; else what is below a second is dropped.</param>
    /// <remarks>What lies outside of the years 1 to 9999, which the API forbids, is moved to their ends.</remarks>
    /// <exception cref="Webhooks.Schemas.Decoding.DecodeException">It is no such message.</exception>
    public static string? Read(ReadOnlyMemory<byte> bytes, bool hasMicros)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        WireMessage message = WireMessage.Read(Timestamp, bytes);
        long seconds = Math.Clamp(unchecked((long)(message.Last(0)?.Number ?? 0)), LeastSecond, LastSecond);
        int nanos = hasMicros ? unchecked((int)(message.Last(1)?.Number ?? 0)) : 0;
        long ticks = DateTimeOffset.FromUnixTimeSeconds(seconds).Ticks + (nanos / NanosecondsPerMicrosecond * TicksPerMicrosecond);
        DateTime time = new(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
        return time == default ? null
            : time.ToString(hasMicros ? "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'" : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
