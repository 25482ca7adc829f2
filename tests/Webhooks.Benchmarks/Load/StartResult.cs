namespace Webhooks.Benchmarks.Load;

/// <summary>What the starts of one server took; each number is the median of all starts.</summary>
internal sealed class StartResult(Subject subject)
{
    private readonly List<(double Ready, double Resident, double First, double Tenth)> _starts = [];

    public Subject Subject => subject;

    /// <summary>From the start until <c>/readyz</c> answered 200, in ms.</summary>
    public double ReadyMilliseconds => Median.Of(_starts.Select(start => start.Ready));

    /// <summary>The bytes in RAM a second after that, before the first request.</summary>
    public double Resident => Median.Of(_starts.Select(start => start.Resident));

    /// <summary>How long the first request took on a connection that was open already, in ms.</summary>
    public double FirstMilliseconds => Median.Of(_starts.Select(start => start.First));

    /// <summary>How long the tenth took, in ms.</summary>
    public double TenthMilliseconds => Median.Of(_starts.Select(start => start.Tenth));

    /// <summary>How many times the tenth the first took.</summary>
    public double FirstToTenth => Median.Of(_starts.Select(start => start.First / start.Tenth));

    public void Add(TimeSpan ready, long resident, TimeSpan first, TimeSpan tenth) =>
        _starts.Add((ready.TotalMilliseconds, resident, first.TotalMilliseconds, tenth.TotalMilliseconds));
}
