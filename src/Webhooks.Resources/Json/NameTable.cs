using System.Text;

namespace Webhooks.Resources.Json;

/// <summary>Values by member name, to be found by a name as it stands in a document.</summary>
/// <remarks>Immutable and thread safe. A look-up takes constant time and allocates nothing, but for names with escapes.</remarks>
/// <typeparam name="T">What is kept.</typeparam>
public sealed class NameTable<T>
    where T : class
{
    private readonly Entry[] _entries;
    private readonly int[] _first;

    /// <summary>A table of those values.</summary>
    /// <param name="values">Each name once.</param>
    public NameTable(IEnumerable<KeyValuePair<string, T>> values)
    {
        _entries = [.. values.Select(one => new Entry(Encoding.UTF8.GetBytes(one.Key), one.Value))];
        _first = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(_entries.Length * 2) + 1)];
        for (int i = 0; i < _entries.Length; i++)
        {
            ref int first = ref _first[SlotOf(_entries[i].Name)];
            _entries[i].Next = first;
            first = i + 1;
        }
    }

    /// <summary>The value of that name; <c>null</c> for none.</summary>
    public T? Find(ReadOnlySpan<byte> name)
    {
        for (int at = _first[SlotOf(name)]; at > 0; at = _entries[at - 1].Next)
        {
            ref readonly Entry entry = ref _entries[at - 1];
            if (name.SequenceEqual(entry.Name))
            {
                return entry.Value;
            }
        }

        return null;
    }

    /// <summary>The value of that name; <c>null</c> for none.</summary>
    public T? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int most = Encoding.UTF8.GetMaxByteCount(name.Length);
        Span<byte> utf8 = most <= 512 ? stackalloc byte[512] : new byte[most];
        return Find(utf8[..Encoding.UTF8.GetBytes(name, utf8)]);
    }

    /// <summary>The value of the name that a string says; <c>null</c> for none.</summary>
    public T? Find(JsonValue name) => name.TryGetPlainText(out ReadOnlySpan<byte> plain) ? Find(plain) : Find(name.GetString());

    private int SlotOf(ReadOnlySpan<byte> name) => (int)MemberNames.Hash(name) & (_first.Length - 1);

    private struct Entry(byte[] name, T value)
    {
        public readonly byte[] Name = name;
        public readonly T Value = value;

        /// <summary>One more than the index of the next of the same slot; 0 for none.</summary>
        public int Next;
    }
}
