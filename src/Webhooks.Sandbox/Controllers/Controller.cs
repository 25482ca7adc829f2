using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Controllers;

/// <summary>
/// Brings things in order, one key at a time: it notes from each change which keys are to be looked at, and looks at
/// how things are now, not at what has changed.
/// </summary>
/// <remarks>Not thread safe: its loop alone uses it, and shows it each change before the next step.</remarks>
internal abstract class Controller(TimeProvider time)
{
    /// <summary>When it has something to do without a change; <c>null</c> for never.</summary>
    public DateTimeOffset? Next => Queue.Next;

    /// <summary>Up to which revision things were made with the cluster, and are in order as far as its makers can see to that.</summary>
    public long Since { get; set; }

    /// <summary>Which write was refused last, and why; <c>null</c> while none was. It is tried again. What would have been made in a namespace that is gone does not count.</summary>
    public string? LastRefusal { get; private set; }

    /// <summary>What it has to look at.</summary>
    protected WorkQueue Queue { get; } = new(time);

    /// <summary>Notes what a change is about.</summary>
    public abstract void Observe(in ResourceChange change);

    /// <summary>Looks at one key, if any is due.</summary>
    /// <returns>False when none is.</returns>
    public async Task<bool> Step()
    {
        if (!Queue.TryTake(out string key))
        {
            return false;
        }

        if (await IsDone(key))
        {
            Queue.Forget(key);
        }
        else
        {
            Queue.Retry(key);
        }

        return true;
    }

    /// <summary>Brings in order what a key names.</summary>
    /// <returns>False when that cannot be done yet, for a reason that no change will tell of.</returns>
    /// <exception cref="StatusException">A write was refused.</exception>
    protected abstract Task<bool> Sync(string key);

    private async Task<bool> IsDone(string key)
    {
        try
        {
            return await Sync(key);
        }
        catch (StatusException refused) when (refused.Status.Code == 409)
        {
            // Somebody else was faster: look again, at what is there now.
            Queue.Add(key);
            return true;
        }
        catch (StatusException refused) when (refused.IsForEndingNamespace)
        {
            // Nothing is wanting there any more.
            return true;
        }
        catch (StatusException refused)
        {
            if (refused.Status.Code != 404)
            {
                LastRefusal = $"{GetType().Name} {key}: {refused.Status.Message}";
            }

            return false;
        }
    }
}
