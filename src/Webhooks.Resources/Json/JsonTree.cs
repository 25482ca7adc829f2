using System.Buffers;
using System.Runtime.InteropServices;

namespace Webhooks.Resources.Json;

/// <summary>
/// A JSON document as it was sent: number literals, member order and bytes are kept, and reading it copies nothing.
/// </summary>
/// <remarks>
/// Immutable and thread safe. It refers to the bytes it was read from, which must not change. Its index lives in
/// pooled memory: <see cref="Dispose"/> gives it back, on a path where that matters; a tree that is kept need not
/// be disposed of. After that its values throw <see cref="ObjectDisposedException"/>.
/// Cost: 16 bytes per value and per member name.
/// </remarks>
public sealed class JsonTree : IDisposable
{
    private readonly List<int>? _shadowed;
    private readonly byte[] _bytes;
    private readonly int _offset;
    private readonly int _length;
    private JsonRow[]? _rows;
    private bool _isPooled = true;

    private JsonTree(ReadOnlyMemory<byte> text, JsonPolicy policy, bool isWhole)
    {
        if (MemoryMarshal.TryGetArray(text, out ArraySegment<byte> segment))
        {
            (_bytes, _offset, _length) = (segment.Array!, segment.Offset, segment.Count);
        }
        else
        {
            (_bytes, _offset, _length) = (text.ToArray(), 0, text.Length);
        }

        bool hasRepairs;
        (_rows, RowCount, Consumed, Depth, _shadowed, hasRepairs) = new JsonTreeParser(Text, policy).Parse(isWhole);
        IsVerbatim = _shadowed == null && !hasRepairs;
    }

    /// <summary>The document's value.</summary>
    public JsonValue Root => new(this, 0);

    /// <summary>How many bytes the value took, white space before it included.</summary>
    public int Consumed { get; }

    /// <summary>How many rows there are: one per value and per member name, in document order.</summary>
    public int RowCount { get; }

    /// <summary>The most containers inside one another; 0 for a scalar.</summary>
    public int Depth { get; }

    /// <summary>The member names that override an earlier duplicate, in document order; none under the strict policy.</summary>
    public IEnumerable<JsonValue> Duplicates => _shadowed == null ? [] : _shadowed.Select(row => new JsonValue(this, row));

    internal JsonRow[] Rows => _rows ?? throw new ObjectDisposedException(nameof(JsonTree));

    internal ReadOnlySpan<byte> Text => _bytes.AsSpan(_offset, _length);

    /// <summary>True when every value may be copied as the bytes it was sent as.</summary>
    internal bool IsVerbatim { get; }

    /// <summary>Reads a whole document.</summary>
    /// <param name="utf8">The text; kept, not copied.</param>
    /// <param name="policy">Default: <see cref="JsonPolicy.Strict"/>.</param>
    /// <exception cref="JsonFormatException">The text is not one JSON value, or exceeds a bound of the policy.</exception>
    public static JsonTree Parse(ReadOnlyMemory<byte> utf8, JsonPolicy? policy = null) =>
        new(utf8, policy ?? JsonPolicy.Strict, isWhole: true);

    /// <summary>Reads the first value of a text that may go on; <see cref="Consumed"/> says where the rest starts.</summary>
    /// <param name="utf8">The text; kept, not copied.</param>
    /// <param name="policy">Default: <see cref="JsonPolicy.Strict"/>.</param>
    /// <exception cref="JsonFormatException">The text does not start with a JSON value, or exceeds a bound of the policy.</exception>
    public static JsonTree ParseFirst(ReadOnlyMemory<byte> utf8, JsonPolicy? policy = null) =>
        new(utf8, policy ?? JsonPolicy.Strict, isWhole: false);

    /// <summary>A document that is one string, written as <see cref="JsonWriter"/> does.</summary>
    /// <param name="utf8">The string's text.</param>
    public static JsonTree OfString(ReadOnlySpan<byte> utf8)
    {
        using PooledBuffer buffer = new();
        new JsonWriter(buffer).WriteString(utf8);
        return new JsonTree(buffer.WrittenSpan.ToArray(), JsonPolicy.Strict, isWhole: true).Compact();
    }

    /// <summary>Reads a whole document given as a string.</summary>
    /// <exception cref="JsonFormatException">The text is not one JSON value, or exceeds a bound of the policy.</exception>
    public static JsonTree Parse(string text, JsonPolicy? policy = null) =>
        Parse(System.Text.Encoding.UTF8.GetBytes(text), policy);

    /// <summary>
    /// Gives pooled memory back and keeps an index of exact size: for a tree that is kept. Not while another thread
    /// reads it.
    /// </summary>
    /// <returns>This tree.</returns>
    public JsonTree Compact()
    {
        JsonRow[] pooled = Rows;
        if (_isPooled)
        {
            _rows = pooled.AsSpan(0, RowCount).ToArray();
            _isPooled = false;
            ArrayPool<JsonRow>.Shared.Return(pooled);
        }

        return this;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        JsonRow[]? rows = Interlocked.Exchange(ref _rows, null);
        if (rows != null && _isPooled)
        {
            ArrayPool<JsonRow>.Shared.Return(rows);
        }
    }
}
