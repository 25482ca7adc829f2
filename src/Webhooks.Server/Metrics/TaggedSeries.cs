using System.Collections.Concurrent;
using System.Globalization;

namespace Webhooks.Server.Metrics;

/// <summary>
/// The series of one family by the tags of measurements: the first measurement says which tags are labels, what others
/// lack is empty, and what they have besides is left out. Bounded in number. Thread safe; no allocation for a series that is there.
/// </summary>
/// <param name="make">Makes a series of its label values.</param>
internal sealed class TaggedSeries<TSeries>(Func<IReadOnlyList<string>, TSeries> make)
    where TSeries : class
{
    /// <summary>The most series beside the one for all others.</summary>
    public const int Most = 1000;

    /// <summary>The longest value of a label; what is longer is cut.</summary>
    private const int LongestValue = 64;

    private const int MostLabels = 8;
    private const char Separator = '\u001f';
    private const string Other = "other";

    private readonly ConcurrentDictionary<string, TSeries> _series = new(StringComparer.Ordinal);
    private readonly Lock _making = new();
    private volatile string[]? _names;

    /// <summary>The names of the labels; none before the first measurement.</summary>
    public IReadOnlyList<string> Names => _names ?? [];

    /// <summary>All series, in the order of their labels.</summary>
    public IEnumerable<TSeries> All => _series.OrderBy(series => series.Key, StringComparer.Ordinal).Select(series => series.Value);

    /// <summary>The series of these tags.</summary>
    public TSeries Of(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string[] names = _names ?? NamesOf(tags);
        Span<char> key = stackalloc char[MostLabels * (LongestValue + 1)];
        int length = 0;
        foreach (string name in names)
        {
            length += Write(name, tags, key[length..]);
            key[length++] = Separator;
        }

        return _series.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key[..length], out TSeries? series) ? series : Make(new string(key[..length]), names);
    }

    private string[] NamesOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        List<string> names = [];
        foreach ((string name, _) in tags)
        {
            if (MetricName.IsLabel(name) && !names.Contains(name) && names.Count < MostLabels)
            {
                names.Add(name);
            }
        }

        lock (_making)
        {
            return _names ??= [.. names];
        }
    }

    private TSeries Make(string key, string[] names)
    {
        lock (_making)
        {
            if (_series.TryGetValue(key, out TSeries? made))
            {
                return made;
            }

            string[] values = key.Split(Separator)[..names.Length];
            if (_series.Count >= Most)
            {
                Array.Fill(values, Other);
                key = string.Concat(values.Select(value => value + Separator));
            }

            return _series.GetOrAdd(key, _ => make(values));
        }
    }

    private static int Write(string name, ReadOnlySpan<KeyValuePair<string, object?>> tags, Span<char> output)
    {
        foreach ((string tag, object? value) in tags)
        {
            if (tag == name)
            {
                ReadOnlySpan<char> text = value as string ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                text = text[..Math.Min(text.Length, LongestValue)];
                text.Replace(output, Separator, ' ');
                return text.Length;
            }
        }

        return 0;
    }
}
