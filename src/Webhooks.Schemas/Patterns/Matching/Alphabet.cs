using System.Security.Cryptography;
using Webhooks.Schemas.Patterns.Characters;

namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>Sorts code points into as few symbols as a program can tell apart.</summary>
/// <remarks>Immutable and thread safe.</remarks>
internal sealed class Alphabet
{
    private readonly int[] _ascii = new int[128];
    private readonly int[] _starts;
    private readonly int[] _symbols;
    private readonly int[] _examples;

    private Alphabet(int[] starts, int[] symbols, int[] examples)
    {
        (_starts, _symbols, _examples) = (starts, symbols, examples);
        for (int character = 0; character < _ascii.Length; character++)
        {
            _ascii[character] = Find(character);
        }
    }

    /// <summary>How many symbols there are. The number behind the last one can stand for the end.</summary>
    public int Count => _examples.Length;

    public static Alphabet Of(PatternProgram program)
    {
        HashSet<CodePointSet> sets = [.. program.Sets];
        foreach (Instruction step in program.Instructions.Where(step => step.Kind == InstructionKind.Character))
        {
            sets.Add(new(step.Argument, step.Argument));
        }

        if ((program.Boundaries & (Boundaries.Word | Boundaries.NoWord)) != 0)
        {
            sets.Add(AsciiSets.Word);
        }

        if ((program.Boundaries & (Boundaries.LineStart | Boundaries.LineEnd)) != 0)
        {
            sets.Add(new('\n', '\n'));
        }

        return Divide(sets);
    }

    /// <summary>The symbol of a code point.</summary>
    public int SymbolOf(int character) => character < 128 ? _ascii[character] : Find(character);

    /// <summary>A code point of a symbol: what is true of it is true of all.</summary>
    public int ExampleOf(int symbol) => _examples[symbol];

    /// <summary>
    /// Gives each set a random number, and each code point the sum of those of its sets: equal sums are equal sets. That two
    /// others have the same sum of 128 bits can't happen by chance, nor be brought about from outside.
    /// </summary>
    private static Alphabet Divide(HashSet<CodePointSet> sets)
    {
        SortedDictionary<int, UInt128> changes = new() { [0] = 0 };
        foreach (CodePointSet set in sets)
        {
            UInt128 number = new(Random64(), Random64());
            for (int i = 0; i < set.Bounds.Length; i += 2)
            {
                changes[set.Bounds[i]] = changes.GetValueOrDefault(set.Bounds[i]) + number;
                changes[set.Bounds[i + 1] + 1] = changes.GetValueOrDefault(set.Bounds[i + 1] + 1) - number;
            }
        }

        Dictionary<UInt128, int> known = [];
        List<int> symbols = [];
        List<int> examples = [];
        UInt128 sum = 0;
        changes.Remove(CodePointSet.Last + 1);
        foreach ((int start, UInt128 change) in changes)
        {
            sum += change;
            if (known.TryAdd(sum, examples.Count))
            {
                examples.Add(start);
            }

            symbols.Add(known[sum]);
        }

        return new([.. changes.Keys], [.. symbols], [.. examples]);
    }

    private static ulong Random64() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));

    private int Find(int character)
    {
        int at = Array.BinarySearch(_starts, character);
        return _symbols[at < 0 ? ~at - 1 : at];
    }
}
