using System.Buffers.Binary;

namespace Webhooks.Benchmarks.Http2;

/// <summary>What the server allows; at first what RFC 9113 says of a server that is silent.</summary>
internal sealed class PeerSettings
{
    private const int SettingSize = 6;

    public int HeaderTableSize { get; private set; } = HeaderEncoder.Capacity;

    public uint MaxConcurrentStreams { get; private set; } = uint.MaxValue;

    /// <summary>How many bytes of a body may be sent on a new stream before the server asks for more.</summary>
    public int InitialWindowSize { get; private set; } = 65_535;

    public int MaxFrameSize { get; private set; } = 16_384;

    /// <summary>Takes over the payload of a SETTINGS frame.</summary>
    public void Read(ReadOnlySpan<byte> payload)
    {
        for (; payload.Length >= SettingSize; payload = payload[SettingSize..])
        {
            uint value = BinaryPrimitives.ReadUInt32BigEndian(payload[2..]);
            switch ((Setting)BinaryPrimitives.ReadUInt16BigEndian(payload))
            {
                case Setting.HeaderTableSize: HeaderTableSize = (int)value; break;
                case Setting.MaxConcurrentStreams: MaxConcurrentStreams = value; break;
                case Setting.InitialWindowSize: InitialWindowSize = (int)value; break;
                case Setting.MaxFrameSize: MaxFrameSize = (int)value; break;
            }
        }
    }
}
