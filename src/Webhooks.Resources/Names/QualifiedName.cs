using System.Buffers;

namespace Webhooks.Resources.Names;

/// <summary>Names with an optional DNS prefix, <c>example.com/my.name</c>: keys of labels, condition types, finalizers.</summary>
public static class QualifiedName
{
    /// <summary>How many bytes the part after the prefix may have: 63.</summary>
    public const int MaxLength = 63;

    internal const string Expression = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("-_.ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static readonly string LongPrefix = Wording.TooLong(DnsSubdomain.MaxLength, "bytes");

    private static readonly string LongName = "name part " + Wording.TooLong(MaxLength, "bytes");

    private static readonly string Malformed = Wording.Regex(
        "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character",
        Expression,
        "MyName",
        "my.name",
        "123-abc");

    /// <summary>What is wrong with <paramref name="value"/> as a label key, worded as <c>content.IsLabelKey</c>; empty when it is one.</summary>
    /// <remarks>Allocates nothing for a good one.</remarks>
    public static IReadOnlyList<string> Problems(string value)
    {
        int slash = value.IndexOf('/', StringComparison.Ordinal);
        ReadOnlySpan<char> name = value.AsSpan(slash + 1);
        if (name.Contains('/'))
        {
            return [$"a valid label key {Malformed} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"];
        }

        IReadOnlyList<string> prefix = slash < 0 ? [] : PrefixProblems(value.AsSpan(0, slash));
        if (prefix is [] && IsWellFormed(name) && !Wording.IsLongerThan(name, MaxLength))
        {
            return [];
        }

        return [.. prefix, .. NameProblems(name)];
    }

    /// <summary>Whether the characters of a name without prefix are right, whatever the length.</summary>
    internal static bool IsWellFormed(ReadOnlySpan<char> name)
    {
        return !name.IsEmpty
            && char.IsAsciiLetterOrDigit(name[0])
            && char.IsAsciiLetterOrDigit(name[^1])
            && !name.ContainsAnyExcept(Allowed);
    }

    private static List<string> NameProblems(ReadOnlySpan<char> name)
    {
        List<string> problems = new(2);
        if (name.IsEmpty)
        {
            problems.Add("name part " + Wording.NonEmpty);
        }
        else if (Wording.IsLongerThan(name, MaxLength))
        {
            problems.Add(LongName);
        }

        if (!IsWellFormed(name))
        {
            problems.Add("name part " + Malformed);
        }

        return problems;
    }

    private static IReadOnlyList<string> PrefixProblems(ReadOnlySpan<char> prefix)
    {
        if (prefix.IsEmpty)
        {
            return ["prefix part " + Wording.NonEmpty];
        }

        IReadOnlyList<string> problems = DnsSubdomain.Problems(prefix, LongPrefix);
        return problems is [] ? problems : [.. problems.Select(problem => "prefix part " + problem)];
    }
}
