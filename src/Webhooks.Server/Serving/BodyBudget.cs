namespace Webhooks.Server.Serving;

/// <summary>The memory that bodies may take while they are read and decided about, all requests together.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class BodyBudget(long bytes)
{
    private long _taken;

    /// <summary>Takes a share.</summary>
    /// <returns>False when too little is left; nothing is taken then.</returns>
    public bool TryTake(long share)
    {
        if (Interlocked.Add(ref _taken, share) <= bytes)
        {
            return true;
        }

        Return(share);
        return false;
    }

    /// <summary>Gives a share back.</summary>
    public void Return(long share) => Interlocked.Add(ref _taken, -share);
}
