using Webhooks.Resources.Json;

namespace Webhooks.Resources.Patches;

/// <summary>Which items of a list are which items of another: the longest common subsequence.</summary>
internal sealed class ListAlignment
{
    private const int MostCells = 250_000;
    private readonly JsonDiff _diff;
    private readonly JsonValue[] _before;
    private readonly JsonValue[] _after;

    /// <summary>For each item a number, the same for the same items.</summary>
    private readonly int[] _beforeIds;
    private readonly int[] _afterIds;
    private readonly int _start;
    private readonly int _end;

    private ListAlignment(JsonDiff diff, JsonValue[] before, JsonValue[] after)
    {
        (_diff, _before, _after) = (diff, before, after);
        Dictionary<string, int> ids = new(StringComparer.Ordinal);
        _beforeIds = [.. before.Select(Id)];
        _afterIds = [.. after.Select(Id)];
        _start = _beforeIds.AsSpan().CommonPrefixLength(_afterIds);
        int shorter = Math.Min(before.Length, after.Length);
        while (_end < shorter - _start && _beforeIds[^(_end + 1)] == _afterIds[^(_end + 1)])
        {
            _end++;
        }

        int Id(JsonValue item)
        {
            string identity = diff.Identity(item);
            ids.TryAdd(identity, ids.Count);
            return ids[identity];
        }
    }

    private int Rows => _before.Length - _start - _end;

    private int Columns => _after.Length - _start - _end;

    /// <summary>The alignment of two lists; <c>null</c> for lists that are too long to be compared.</summary>
    public static ListAlignment? Of(JsonValue before, JsonValue after, JsonDiff diff)
    {
        ListAlignment alignment = new(diff, [.. before.Items()], [.. after.Items()]);
        return (long)alignment.Rows * alignment.Columns > MostCells ? null : alignment;
    }

    /// <summary>
    /// Adds the operations. An item that goes where another comes is replaced; the others that go are removed from
    /// the last to the first, before those that come are put in from the first to the last.
    /// </summary>
    public void Compare(JsonPointer at, int depth, List<PatchOperation> operations)
    {
        List<(int Before, int After)> pairs = Pairs();
        HashSet<int> kept = [.. pairs.Select(pair => pair.Before)];
        for (int i = _before.Length - 1; i >= 0; i--)
        {
            if (!kept.Contains(i))
            {
                operations.Add(PatchOperation.Remove(at.Append(i)));
            }
        }

        int next = 0;
        for (int i = 0; i < _after.Length; i++)
        {
            if (next < pairs.Count && pairs[next].After == i)
            {
                CompareItem(pairs[next++].Before, i, at.Append(i), depth, operations);
            }
            else
            {
                bool isLast = next == pairs.Count;
                operations.Add(PatchOperation.Add(isLast ? at.Append("-") : at.Append(i), _after[i]));
            }
        }
    }

    private void CompareItem(int before, int after, JsonPointer at, int depth, List<PatchOperation> operations)
    {
        if (_beforeIds[before] == _afterIds[after])
        {
            _diff.Compare(_before[before], _after[after], at, depth, operations);
        }
        else
        {
            operations.Add(PatchOperation.Replace(at, _after[after]));
        }
    }

    /// <summary>The items that stay, changed or replaced, in their order.</summary>
    private List<(int Before, int After)> Pairs()
    {
        List<(int, int)> pairs = [.. Enumerable.Range(0, _start).Select(i => (i, i))];
        (int rows, int columns, int left, int right) = (Rows, Columns, 0, 0);
        int[,] lengths = Lengths();
        while (left < rows || right < columns)
        {
            (int fromLeft, int fromRight) = (left, right);
            while ((left < rows || right < columns) && !(left < rows && right < columns && IsSame(left, right)))
            {
                bool goes = right == columns || (left < rows && lengths[left + 1, right] >= lengths[left, right + 1]);
                (left, right) = goes ? (left + 1, right) : (left, right + 1);
            }

            int replaced = Math.Min(left - fromLeft, right - fromRight);
            pairs.AddRange(Enumerable.Range(0, replaced).Select(i => (_start + fromLeft + i, _start + fromRight + i)));
            if (left < rows && right < columns)
            {
                pairs.Add((_start + left++, _start + right++));
            }
        }

        pairs.AddRange(Enumerable.Range(_start + rows, _before.Length - _start - rows).Select(i => (i, i - rows + columns)));
        return pairs;
    }

    private bool IsSame(int left, int right) => _beforeIds[_start + left] == _afterIds[_start + right];

    /// <summary>How many items of the rest of both lists can stay.</summary>
    private int[,] Lengths()
    {
        int[,] lengths = new int[Rows + 1, Columns + 1];
        for (int left = Rows - 1; left >= 0; left--)
        {
            for (int right = Columns - 1; right >= 0; right--)
            {
                lengths[left, right] = IsSame(left, right)
                    ? lengths[left + 1, right + 1] + 1
                    : Math.Max(lengths[left + 1, right], lengths[left, right + 1]);
            }
        }

        return lengths;
    }
}
