using System.Globalization;

namespace Webhooks.Admission.Injection;

/// <summary>A version of Kubernetes, as far as features depend on it.</summary>
/// <param name="Major">1 today.</param>
/// <param name="Minor">29 of 1.29.</param>
public readonly record struct KubeVersion(int Major, int Minor)
{
    /// <summary>The first version in which init containers that restart run beside the others: 1.29.</summary>
    public static KubeVersion OfNativeSidecars { get; } = new(1, 29);

    /// <summary>Reads what <c>kubectl version</c>, a kubelet or <c>/version</c> says: <c>1.29</c>, <c>v1.28.3+k3s1</c>, <c>1.29+</c>.</summary>
    /// <returns>False for anything else.</returns>
    public static bool TryParse(string text, out KubeVersion version)
    {
        ArgumentNullException.ThrowIfNull(text);
        version = default;
        ReadOnlySpan<char> rest = text.StartsWith('v') ? text.AsSpan(1) : text;
        int dot = rest.IndexOf('.');
        if (dot < 0 || !TryReadNumber(rest[..dot], out int major))
        {
            return false;
        }

        rest = rest[(dot + 1)..];
        int end = rest.IndexOfAnyExceptInRange('0', '9');
        ReadOnlySpan<char> patch = end < 0 ? default : rest[end..];
        if (!TryReadNumber(end < 0 ? rest : rest[..end], out int minor) || !IsPatch(patch))
        {
            return false;
        }

        version = new KubeVersion(major, minor);
        return true;
    }

    /// <summary>True for that version and for later ones.</summary>
    public bool IsAtLeast(KubeVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor)) >= 0;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static bool TryReadNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    /// <summary>Nothing, the <c>+</c> of a provider, or the rest of a semantic version.</summary>
    private static bool IsPatch(ReadOnlySpan<char> text)
    {
        if (text is "" or "+")
        {
            return true;
        }

        foreach (char next in text[1..])
        {
            if (!char.IsAsciiLetterOrDigit(next) && next is not ('.' or '-' or '+'))
            {
                return false;
            }
        }

        return text.Length > 1 && text[0] is '.' or '-' or '+';
    }
}
