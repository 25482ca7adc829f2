using System.Globalization;

namespace Webhooks.Sandbox.Discovery;

/// <summary>Versions of an API in the order in which clients should choose: <c>v10, v2, v1, v1beta2, v1alpha1, foo1</c>.</summary>
/// <remarks>Source: k8s.io/apimachinery/pkg/version.</remarks>
internal sealed class KubeVersion : IComparer<string>
{
    private KubeVersion()
    {
    }

    /// <summary>Sorts the version to prefer first.</summary>
    public static KubeVersion PreferredFirst { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        (int Stage, int Major, int Minor)? first = Parse(x ?? "");
        (int Stage, int Major, int Minor)? second = Parse(y ?? "");
        return first is { } left && second is { } right ? right.CompareTo(left)
            : first is null && second is null ? string.CompareOrdinal(x, y)
            : first is null ? 1
            : -1;
    }

    /// <summary>The parts of <c>v1</c>, <c>v1beta2</c>: alpha 0, beta 1, general availability 2; null for anything else.</summary>
    private static (int Stage, int Major, int Minor)? Parse(string version)
    {
        if (version is not ['v', .. var rest])
        {
            return null;
        }

        int letters = rest.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (letters < 0)
        {
            return Number(rest) is { } only ? (2, only, 0) : null;
        }

        string tail = rest[letters..];
        int stage = tail.StartsWith("alpha", StringComparison.Ordinal) ? 0 : tail.StartsWith("beta", StringComparison.Ordinal) ? 1 : -1;
        return stage >= 0 && Number(rest[..letters]) is { } major && Number(tail[(stage == 0 ? 5 : 4)..]) is { } minor
            ? (stage, major, minor)
            : null;
    }

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
