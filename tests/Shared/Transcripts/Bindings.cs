using System.Globalization;

namespace Webhooks.Shared.Transcripts;

/// <summary>The values that placeholders have been found to stand for in one replay.</summary>
/// <remarks>Not thread safe.</remarks>
internal sealed class Bindings
{
    private readonly Dictionary<string, string> _values;
    private readonly List<(Placeholder Placeholder, ulong Version)> _versions;

    public Bindings()
        : this([], [])
    {
    }

    private Bindings(Dictionary<string, string> values, List<(Placeholder, ulong)> versions)
    {
        _values = values;
        _versions = versions;
    }

    /// <summary>What a placeholder stands for; <c>null</c>: no answer has given it yet.</summary>
    public string? ValueOf(string name) => _values.GetValueOrDefault(name);

    /// <summary>The same, to try something out on.</summary>
    public Bindings Copy() => new(new Dictionary<string, string>(_values), [.. _versions]);

    /// <summary>Takes a value of the placeholder's form.</summary>
    /// <returns>Why it can't be; <c>null</c>: it can.</returns>
    public string? Bind(Placeholder placeholder, string value)
    {
        if (placeholder.Number is null)
        {
            return null;
        }

        if (_values.TryGetValue(placeholder.Name, out string? bound))
        {
            return bound == value || IsJustAfter(placeholder, bound, value) ? null : $"{placeholder.Name} was {bound}";
        }

        string? problem = placeholder.IsVersion ? Order(placeholder, value) : placeholder.Kind == "uid" ? Distinct(placeholder, value) : null;
        _values[placeholder.Name] = value;
        return problem;
    }

    /// <summary>
    /// A TokenRequest shows the account's uid beside a time of its own, so that a recorder takes that for the account's:
    /// between the two requests a second may begin.
    /// </summary>
    private static bool IsJustAfter(Placeholder placeholder, string bound, string value) =>
        placeholder.Kind == "time:c"
        && DateTimeOffset.TryParse(bound, CultureInfo.InvariantCulture, out DateTimeOffset first)
        && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out DateTimeOffset second)
        && second - first == TimeSpan.FromSeconds(1);

    private string? Distinct(Placeholder placeholder, string value)
    {
        foreach ((string name, string other) in _values)
        {
            if (other == value && name.StartsWith("<uid:", StringComparison.Ordinal))
            {
                return $"{placeholder.Name} is another object than {name}";
            }
        }

        return null;
    }

    /// <summary>Numbers say the server's order: strictly between objects; a collection's may be equal; collections among themselves have none.</summary>
    private string? Order(Placeholder placeholder, string value)
    {
        ulong version = ulong.Parse(value, CultureInfo.InvariantCulture);
        string? problem = null;
        foreach ((Placeholder other, ulong known) in _versions)
        {
            if (placeholder.Kind == "listrv" && other.Kind == "listrv")
            {
                continue;
            }

            bool mayBeEqual = placeholder.Kind == "listrv" || other.Kind == "listrv";
            int order = placeholder.Number!.Value.CompareTo(other.Number!.Value);
            int found = version.CompareTo(known);
            if (found != order && !(found == 0 && mayBeEqual) && order != 0)
            {
                problem ??= $"{placeholder.Name} must be {(order > 0 ? "above" : "below")} {other.Name}, which is {known}";
            }
        }

        _versions.Add((placeholder, version));
        return problem;
    }
}
