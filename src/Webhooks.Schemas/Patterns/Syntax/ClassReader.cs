using Webhooks.Schemas.Patterns.Characters;

namespace Webhooks.Schemas.Patterns.Syntax;

/// <summary>Reads sets of characters: <c>[…]</c>, <c>\d</c>, <c>\p{…}</c>.</summary>
/// <remarks>For one expression. Equal sets are one object, so that an expression holds on to no more than it says.</remarks>
internal sealed class ClassReader(PatternCursor cursor)
{
    private readonly CodePointSetBuilder _builder = new();
    private readonly HashSet<CodePointSet> _known = [];
    private readonly Dictionary<(CodePointSet Set, bool IsNegated, bool FoldsCase), CodePointSet> _derived = [];

    /// <summary>The set of the brackets that open here.</summary>
    public CodePointSet ReadBrackets(bool foldsCase)
    {
        int start = cursor.At++;
        bool isNegated = cursor.Take("^");
        _builder.Clear();
        for (bool isFirst = true; isFirst || cursor.IsAtEnd || cursor.Peek() != ']'; isFirst = false)
        {
            if ((ReadPosix(foldsCase) ?? ReadEscaped(foldsCase)) is { } set)
            {
                _builder.Add(set);
            }
            else
            {
                ReadRange(start, foldsCase);
            }
        }

        cursor.At++;
        CodePointSet members = _builder.Build();
        return Known(isNegated ? members.Negated() : members);
    }

    /// <summary>The set of <c>\d</c> or <c>\p{…}</c>; <c>null</c>, and no step on, where there is none.</summary>
    public CodePointSet? ReadEscaped(bool foldsCase)
    {
        if (cursor.Peek() != '\\')
        {
            return null;
        }

        char letter = cursor.Peek(1);
        if (letter is 'p' or 'P')
        {
            return ReadNamed(foldsCase);
        }

        if (!AsciiSets.Perl.TryGetValue(char.ToLowerInvariant(letter), out CodePointSet? set))
        {
            return null;
        }

        cursor.At += 2;
        return Known(set, char.IsAsciiLetterUpper(letter), foldsCase);
    }

    /// <summary><c>[:alpha:]</c>, <c>[:^alpha:]</c>.</summary>
    private CodePointSet? ReadPosix(bool foldsCase)
    {
        int end = cursor.Left > 2 && cursor.StartsWith("[:") ? cursor.Text.IndexOf(":]", cursor.At + 2, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            return null;
        }

        int start = cursor.At;
        cursor.At = end + 2;
        string name = cursor.Text[(start + 2)..end];
        bool isNegated = name.StartsWith('^');
        return AsciiSets.Posix.TryGetValue(isNegated ? name[1..] : name, out CodePointSet? set)
            ? Known(set, isNegated, foldsCase)
            : throw cursor.Refused(PatternErrorKind.ClassRange, start);
    }

    /// <summary><c>\pL</c>, <c>\p{Greek}</c>, <c>\p{^Greek}</c>, <c>\P{Greek}</c>.</summary>
    private CodePointSet ReadNamed(bool foldsCase)
    {
        int start = cursor.At;
        bool isNegated = cursor.Peek(1) == 'P';
        cursor.At += 2;
        int nameAt = cursor.At;
        string name;
        if (cursor.Next() == '{')
        {
            int end = cursor.Text.IndexOf('}', start);
            if (end < 0)
            {
                throw new PatternException(PatternErrorKind.ClassRange, cursor.From(start));
            }

            cursor.At = end + 1;
            name = cursor.Text[(nameAt + 1)..end];
        }
        else
        {
            name = cursor.Since(nameAt);
        }

        if (name.StartsWith('^'))
        {
            isNegated = !isNegated;
            name = name[1..];
        }

        CodePointSet set = UnicodeSets.Find(name) ?? throw cursor.Refused(PatternErrorKind.ClassRange, start);
        return Known(set, isNegated, foldsCase);
    }

    private void ReadRange(int classStart, bool foldsCase)
    {
        int start = cursor.At;
        int first = ReadCharacter(classStart);
        int last = first;
        if (cursor.Left >= 2 && cursor.Peek() == '-' && cursor.Peek(1) != ']')
        {
            cursor.At++;
            last = ReadCharacter(classStart);
            if (last < first)
            {
                throw cursor.Refused(PatternErrorKind.ClassRange, start);
            }
        }

        _builder.Add(first, last);
        if (foldsCase)
        {
            CaseFolds.AddFolds(_builder, first, last);
        }
    }

    private int ReadCharacter(int classStart) =>
        cursor.IsAtEnd ? throw new PatternException(PatternErrorKind.MissingBracket, cursor.From(classStart))
        : cursor.Peek() == '\\' ? EscapeReader.Read(cursor)
        : cursor.Next();

    /// <summary>A named set as it was asked for, worked out once.</summary>
    private CodePointSet Known(CodePointSet set, bool isNegated, bool foldsCase)
    {
        if (!_derived.TryGetValue((set, isNegated, foldsCase), out CodePointSet? derived))
        {
            CodePointSet folded = foldsCase ? CaseFolds.Close(set) : set;
            _derived[(set, isNegated, foldsCase)] = derived = isNegated ? folded.Negated() : folded;
        }

        return derived;
    }

    private CodePointSet Known(CodePointSet set)
    {
        if (_known.TryGetValue(set, out CodePointSet? known))
        {
            return known;
        }

        _known.Add(set);
        return set;
    }
}
