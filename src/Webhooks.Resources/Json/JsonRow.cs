namespace Webhooks.Resources.Json;

/// <summary>One value, or one member name, of a <see cref="JsonTree"/>: 16 bytes, in document order.</summary>
internal struct JsonRow
{
    private const uint KindMask = 0b0_0111;
    private const uint RewrittenFlag = 0b0_1000;
    private const uint ShadowedFlag = 0b1_0000;
    private const int CountShift = 5;

    /// <summary>The largest count or hash a row holds.</summary>
    public const uint CountMask = uint.MaxValue >> CountShift;

    /// <summary>Offset of the first byte; of a string, its opening quote.</summary>
    public int Start;

    /// <summary>Length in bytes, quotes and brackets included.</summary>
    public int Length;

    /// <summary>
    /// The row after this value's last. Of a container that is still open, and of a member name, the row of the
    /// container around it (-1: none).
    /// </summary>
    public int End;

    private uint _bits;

    public readonly JsonKind Kind => (JsonKind)(_bits & KindMask);

    /// <summary>True when the text of a string is not its raw bytes: it has escapes, or bytes to repair.</summary>
    public readonly bool IsRewritten => (_bits & RewrittenFlag) != 0;

    /// <summary>True for a member name that a later duplicate overrides.</summary>
    public bool IsShadowed
    {
        readonly get => (_bits & ShadowedFlag) != 0;
        set => _bits = value ? _bits | ShadowedFlag : _bits & ~ShadowedFlag;
    }

    /// <summary>Of an array its items, of an object its members (shadowed ones excluded), of a member name its hash.</summary>
    public uint Count
    {
        readonly get => _bits >> CountShift;
        set => _bits = (_bits & ~(CountMask << CountShift)) | (value << CountShift);
    }

    public void Set(JsonKind kind, bool rewritten, int start, int length, int end)
    {
        _bits = (uint)kind | (rewritten ? RewrittenFlag : 0);
        Start = start;
        Length = length;
        End = end;
    }
}
