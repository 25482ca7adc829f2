using System.Collections.Concurrent;

namespace Webhooks.Server.Metrics;

/// <summary>The series of one family by their labels: made when first used, kept for good, bounded in number. Thread safe.</summary>
/// <param name="make">Makes a series of its label values.</param>
internal sealed class LabelledSeries<TLabels, TSeries>(Func<IReadOnlyList<string>, TSeries> make)
    where TLabels : struct, ILabels<TLabels>, IEquatable<TLabels>
    where TSeries : class
{
    /// <summary>
    /// The most series beside the one for all others: several times what closed sets of labels can give, so that a
    /// label that is not closed after all costs its own numbers and nobody's memory.
    /// </summary>
    public const int Most = 1000;

    private readonly ConcurrentDictionary<TLabels, TSeries> _series = [];
    private readonly Lock _making = new();
    private int _made;

    /// <summary>All series, in no order.</summary>
    public IEnumerable<TSeries> All => _series.Select(entry => entry.Value);

    /// <summary>The series of these labels. Neither a lock nor an allocation once it is there.</summary>
    public TSeries Of(TLabels labels) => _series.TryGetValue(labels, out TSeries? series) ? series : Make(labels);

    private TSeries Make(TLabels labels)
    {
        lock (_making)
        {
            TLabels kept = _made < Most || _series.ContainsKey(labels) ? labels : TLabels.Other;
            return _series.GetOrAdd(kept, added =>
            {
                _made++;
                return make(added.Values);
            });
        }
    }
}
