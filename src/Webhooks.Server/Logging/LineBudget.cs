namespace Webhooks.Server.Logging;

/// <summary>So many lines a second of a kind that strangers can cause, and the number of those left out. Thread safe.</summary>
/// <param name="perSecond">The most lines in a second.</param>
/// <param name="time">The clock.</param>
internal sealed class LineBudget(int perSecond, TimeProvider time)
{
    private readonly Lock _lock = new();
    private long _second;
    private int _spent;
    private long _leftOut;

    /// <summary>Asks for a line.</summary>
    /// <param name="leftOut">How many were refused since the last that was granted.</param>
    public bool TryTake(out long leftOut)
    {
        lock (_lock)
        {
            long second = time.GetTimestamp() / time.TimestampFrequency;
            if (second != _second)
            {
                (_second, _spent) = (second, 0);
            }

            if (_spent == perSecond)
            {
                _leftOut++;
                leftOut = 0;
                return false;
            }

            _spent++;
            (leftOut, _leftOut) = (_leftOut, 0);
            return true;
        }
    }
}
