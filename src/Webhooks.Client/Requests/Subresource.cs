namespace Webhooks.Client.Requests;

/// <summary>A part or an action of an object that has a path of its own below the object's.</summary>
/// <param name="Name">The last part of that path.</param>
public sealed record Subresource(string Name)
{
    /// <summary>What is observed of an object: all but this is passed over in a write to it.</summary>
    public static Subresource Status { get; } = new("status");

    /// <summary>How many replicas there are to be, as a <c>Scale</c>.</summary>
    public static Subresource Scale { get; } = new("scale");

    /// <summary>To end a Pod as far as its disruption budgets allow; takes an <c>Eviction</c>.</summary>
    public static Subresource Eviction { get; } = new("eviction");

    /// <summary>To have a token of a ServiceAccount; takes a <c>TokenRequest</c>. The answer is secret.</summary>
    public static Subresource Token { get; } = new("token");

    /// <summary>The decision on a CertificateSigningRequest.</summary>
    public static Subresource Approval { get; } = new("approval");

    /// <summary>What the containers of a Pod wrote, as text.</summary>
    public static Subresource Log { get; } = new("log");

    /// <summary>To put a Pod on a node; takes a <c>Binding</c>.</summary>
    public static Subresource Binding { get; } = new("binding");

    /// <summary>Containers for debugging, added to a running Pod.</summary>
    public static Subresource EphemeralContainers { get; } = new("ephemeralcontainers");

    /// <summary>The finalizers of a Namespace's <c>spec</c>, which only this changes.</summary>
    public static Subresource Finalize { get; } = new("finalize");

    /// <summary>The last part of the path.</summary>
    public override string ToString() => Name;
}
