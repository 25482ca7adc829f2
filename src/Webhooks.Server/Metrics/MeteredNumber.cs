namespace Webhooks.Server.Metrics;

/// <summary>One series that instruments measure. Thread safe.</summary>
/// <param name="labels">The values of its labels.</param>
internal sealed class MeteredNumber(IReadOnlyList<string> labels)
{
    private readonly Lock _changing = new();
    private double _value;
    private bool _isKnown;

    /// <summary>The values of its labels.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>Whether it was measured.</summary>
    public bool IsKnown
    {
        get
        {
            lock (_changing)
            {
                return _isKnown;
            }
        }
    }

    public double Value
    {
        get
        {
            lock (_changing)
            {
                return _value;
            }
        }
    }

    /// <summary>Changes it by so much.</summary>
    public void Add(double change)
    {
        lock (_changing)
        {
            (_value, _isKnown) = (_value + change, true);
        }
    }

    /// <summary>Makes it so much.</summary>
    public void Set(double value)
    {
        lock (_changing)
        {
            (_value, _isKnown) = (value, true);
        }
    }

    /// <summary>As if it had never been measured.</summary>
    public void Forget()
    {
        lock (_changing)
        {
            (_value, _isKnown) = (0, false);
        }
    }
}
