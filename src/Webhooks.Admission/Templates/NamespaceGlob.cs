using System.Buffers;

namespace Webhooks.Admission.Templates;

/// <summary>Patterns for names of namespaces: <c>*</c> stands for any characters, <c>?</c> for one.</summary>
internal static class NamespaceGlob
{
    /// <summary>How many characters a pattern may have: as many as the name of a namespace.</summary>
    public const int MaxLength = 63;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("*-?abcdefghijklmnopqrstuvwxyz0123456789");

    /// <summary>What is wrong with a pattern; <c>null</c> when nothing is.</summary>
    public static string? Problem(string pattern) => pattern switch
    {
        "" => "must not be empty",
        ['-', ..] or [.., '-'] => "must neither begin nor end with '-', for no namespace does",
        _ when pattern.AsSpan().ContainsAnyExcept(Allowed) => "must consist of lower case letters, digits, '-', '*' and '?'",
        { Length: > MaxLength } => $"must be no more than {MaxLength} characters",
        _ => null,
    };

    /// <summary>True when the whole name is of the pattern.</summary>
    /// <remarks>
    /// Each star takes as little as it can, and only the last one seen ever takes more: at most the product of the two
    /// lengths in steps, never the powers of a backtracking match. No allocation.
    /// </remarks>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int at = 0;
        int next = 0;
        int star = -1;
        int taken = 0;
        while (next < name.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                taken = next;
            }
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == name[next]))
            {
                at++;
                next++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                next = ++taken;
            }
            else
            {
                return false;
            }
        }

        return !pattern[at..].ContainsAnyExcept('*');
    }
}
