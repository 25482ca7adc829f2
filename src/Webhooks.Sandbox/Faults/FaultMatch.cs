using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Faults;

/// <summary>Which requests a fault hits. What is not said matches everything; texts compare to the byte.</summary>
/// <remarks>Immutable.</remarks>
public sealed record FaultMatch
{
    /// <summary>Every request.</summary>
    public static FaultMatch All { get; } = new();

    /// <summary>The user as whom the request is dealt with, after impersonation.</summary>
    public string? User { get; init; }

    /// <summary>A part of the user agent.</summary>
    public string? UserAgent { get; init; }

    /// <summary>What is to be done, as RBAC has it: <c>list</c>, <c>watch</c>, <c>deletecollection</c>.</summary>
    public string? Verb { get; init; }

    /// <summary>The resource's group; empty for the core group.</summary>
    public string? Group { get; init; }

    /// <summary>The resource's plural name.</summary>
    public string? Resource { get; init; }

    /// <summary>The namespace; empty for requests that name none.</summary>
    public string? Namespace { get; init; }

    /// <summary>The object's name; empty for collections.</summary>
    public string? Name { get; init; }

    /// <summary>The path without its query; with a star at its end, how it begins.</summary>
    public string? Path { get; init; }

    /// <summary>How many requests that match go by before the first is hit. Default 0.</summary>
    public int Skip { get; init; }

    /// <summary>How likely it is that a request that matches is hit, 0 to 1. Default 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>The same seed hits the same requests of the same sequence. Default 0.</summary>
    public int Seed { get; init; }

    /// <summary>Whether a request is meant, chance and order aside.</summary>
    internal bool Means(Exchange exchange)
    {
        RequestInfo info = exchange.Info;
        return Is(User, exchange.User)
            && (UserAgent == null || exchange.UserAgent.Contains(UserAgent, StringComparison.Ordinal))
            && Is(Verb, info.Verb)
            && Is(Group, info.Group)
            && Is(Resource, info.Plural)
            && Is(Namespace, info.Namespace)
            && Is(Name, info.Name)
            && (Path?.EndsWith('*') == true ? info.Path.StartsWith(Path[..^1], StringComparison.Ordinal) : Is(Path, info.Path));
    }

    private static bool Is(string? wanted, string found) => wanted == null || wanted == found;
}
