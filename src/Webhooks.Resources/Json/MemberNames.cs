using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Webhooks.Resources.Json;

/// <summary>
/// Finds duplicate members of any object of a document while it is read: one hash table of name rows for all of
/// them. The hash is seeded per process, so that no document can be made to collide.
/// </summary>
internal ref struct MemberNames
{
    private const int SmallestTable = 512;

    /// <summary>Kubernetes objects have a name per some 28 bytes, and half of the slots stay free.</summary>
    private const int BytesPerSlot = 16;
    private const int LargestFirstTable = 1 << 16;
    private static readonly ulong Seed = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8));
    private static readonly ulong Factor = BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) | 1;

    private readonly ReadOnlySpan<byte> _text;
    private int[] _slots;
    private int _mask;
    private int _count;

    public MemberNames(ReadOnlySpan<byte> text)
    {
        _text = text;
        _slots = [];
    }

    /// <summary>Enters a name row whose <see cref="JsonRow.End"/> is its object's row.</summary>
    /// <returns>The row of the same name in the same object, which the new one takes the place of; else -1.</returns>
    public int Enter(JsonRow[] rows, int row)
    {
        if (_count * 2 >= _mask)
        {
            Grow(rows);
        }

        ref JsonRow name = ref rows[row];
        uint hash = Hash(name);
        name.Count = hash;
        int slot = (int)Spread(hash, name.End) & _mask;
        while (_slots[slot] != 0)
        {
            int other = _slots[slot] - 1;
            if (rows[other].Count == hash && rows[other].End == name.End && SameName(rows[other], name))
            {
                _slots[slot] = row + 1;
                return other;
            }

            slot = (slot + 1) & _mask;
        }

        _slots[slot] = row + 1;
        _count++;
        return -1;
    }

    public void Release()
    {
        if (_slots.Length > 0)
        {
            ArrayPool<int>.Shared.Return(_slots);
            _slots = [];
        }
    }

    private static uint Spread(uint hash, int container) => (hash ^ ((uint)container * 0x9E37_79B1)) * 0x85EB_CA6B >> 3;

    private readonly bool SameName(in JsonRow left, in JsonRow right)
    {
        ReadOnlySpan<byte> a = Raw(left);
        ReadOnlySpan<byte> b = Raw(right);
        return !left.IsRewritten ? (right.IsRewritten ? JsonStrings.TextEquals(b, a) : a.SequenceEqual(b))
            : JsonStrings.TextEquals(a, right.IsRewritten ? JsonStrings.DecodeToArray(b) : b);
    }

    private readonly uint Hash(in JsonRow name)
    {
        ReadOnlySpan<byte> text = Raw(name);
        return (uint)(name.IsRewritten ? HashOfDecoded(text) : Hash(text)) & JsonRow.CountMask;
    }

    private static ulong HashOfDecoded(ReadOnlySpan<byte> raw)
    {
        int most = raw.Length * 3;
        byte[]? rented = most > 512 ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> text = rented ?? stackalloc byte[512];
        ulong hash = Hash(text[..JsonStrings.Decode(raw, text)]);
        if (rented != null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return hash;
    }

    private readonly ReadOnlySpan<byte> Raw(in JsonRow name) => _text.Slice(name.Start + 1, name.Length - 2);

    /// <summary>A hash of a text, another one in each process.</summary>
    public static ulong Hash(ReadOnlySpan<byte> text)
    {
        ulong hash = Seed ^ (ulong)text.Length;
        while (text.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
            text = text[8..];
        }

        ulong rest = 0;
        foreach (byte next in text)
        {
            rest = (rest << 8) | next;
        }

        return Mix(hash ^ rest);
    }

    private static ulong Mix(ulong value)
    {
        ulong high = Math.BigMul(value, Factor, out ulong low);
        return high ^ low;
    }

    private static int FirstSize(int bytes) =>
        Math.Clamp((int)BitOperations.RoundUpToPowerOf2((uint)(bytes / BytesPerSlot)), SmallestTable, LargestFirstTable);

    private void Grow(JsonRow[] rows)
    {
        int[] before = _slots;
        int size = before.Length == 0 ? FirstSize(_text.Length) : (_mask + 1) * 2;
        _slots = ArrayPool<int>.Shared.Rent(size);
        _slots.AsSpan(0, size).Clear();
        int oldSize = before.Length == 0 ? 0 : _mask + 1;
        _mask = size - 1;
        for (int i = 0; i < oldSize; i++)
        {
            if (before[i] != 0)
            {
                ref JsonRow name = ref rows[before[i] - 1];
                int slot = (int)Spread(name.Count, name.End) & _mask;
                while (_slots[slot] != 0)
                {
                    slot = (slot + 1) & _mask;
                }

                _slots[slot] = before[i];
            }
        }

        if (before.Length > 0)
        {
            ArrayPool<int>.Shared.Return(before);
        }
    }
}
