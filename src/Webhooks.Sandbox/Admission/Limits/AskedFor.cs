using System.Globalization;
using Webhooks.Resources.Quantities;

namespace Webhooks.Sandbox.Admission.Limits;

/// <summary>What something asks for, to be held against limits one by one.</summary>
/// <param name="Type">What it is: <c>Container</c>, <c>Pod</c>, <c>PersistentVolumeClaim</c>.</param>
/// <param name="Requests">Its requests.</param>
/// <param name="Limits">Its limits.</param>
internal sealed record AskedFor(string Type, ResourceList Requests, ResourceList Limits)
{
    // Up to here numbers are compared by thousandths, as these fit 64 bits; beyond by whole units.
    private const long MostMilli = long.MaxValue / 1000;

    /// <summary>How it is below a minimum; <c>null</c> when it is not.</summary>
    public string? Min(string name, Quantity enforced)
    {
        bool isRequested = Requests.TryGet(name, out Quantity request);
        bool isLimited = Limits.TryGet(name, out Quantity limit);
        (long requested, long limited, long least) = Alike(request, limit, enforced);
        string start = $"minimum {name} usage per {Type} is {enforced}";
        return !isRequested ? $"{start}.  No request is specified"
            : requested < least ? $"{start}, but request is {request}"
            : isLimited && limited < least ? $"{start}, but limit is {limit}"
            : null;
    }

    /// <summary>How it is above a maximum; <c>null</c> when it is not.</summary>
    public string? Max(string name, Quantity enforced)
    {
        bool isRequested = Requests.TryGet(name, out Quantity request);
        bool isLimited = Limits.TryGet(name, out Quantity limit);
        (long requested, long limited, long most) = Alike(request, limit, enforced);
        string start = $"maximum {name} usage per {Type} is {enforced}";
        return !isLimited ? $"{start}.  No limit is specified"
            : limited > most ? $"{start}, but limit is {limit}"
            : isRequested && requested > most ? $"{start}, but request is {request}"
            : null;
    }

    /// <summary>How what it requests is above a maximum, where there are no limits; <c>null</c> when it is not.</summary>
    public string? MaxRequest(string name, Quantity enforced)
    {
        bool isRequested = Requests.TryGet(name, out Quantity request);
        (long requested, _, long most) = Alike(request, default, enforced);
        string start = $"maximum {name} usage per {Type} is {enforced}";
        return !isRequested ? $"{start}.  No request is specified"
            : requested > most ? $"{start}, but request is {request}"
            : null;
    }

    /// <summary>How its limit is further above its request than it may be; <c>null</c> when it is not.</summary>
    public string? Ratio(string name, Quantity enforced)
    {
        bool isRequested = Requests.TryGet(name, out Quantity request);
        bool isLimited = Limits.TryGet(name, out Quantity limit);
        (long requested, long limited, _) = Alike(request, limit, enforced);
        string start = $"{name} max limit to request ratio per {Type} is {enforced}";
        if (!isRequested || requested == 0)
        {
            return $"{start}, but no request is specified or request is 0";
        }

        if (!isLimited || limited == 0)
        {
            return $"{start}, but no limit is specified or limit is 0";
        }

        double ratio = (double)limited / requested;
        bool isAbove = enforced.Value <= MostMilli ? ratio * 1000 > enforced.MilliValue : ratio > enforced.Value;
        return isAbove ? $"{start}, but provided ratio is {ratio.ToString("F6", CultureInfo.InvariantCulture)}" : null;
    }

    /// <summary>The three in one unit, each rounded up to it.</summary>
    private static (long Request, long Limit, long Enforced) Alike(Quantity request, Quantity limit, Quantity enforced) =>
        request.Value <= MostMilli && limit.Value <= MostMilli && enforced.Value <= MostMilli
            ? (request.MilliValue, limit.MilliValue, enforced.MilliValue)
            : (request.Value, limit.Value, enforced.Value);
}
