namespace Webhooks.Client.Reconciling;

/// <summary>Says which keys a controller has to look at: at first all that there are, then those of what changes.</summary>
/// <remarks>It outlives the controller's terms, and so does what it knows: a new subscription costs no request.</remarks>
public interface IKeySource
{
    /// <summary>What it watches, for log lines: <c>namespaces</c>.</summary>
    string Name { get; }

    /// <summary>Begins to tell keys: those of all that is known, and from then on those of each change.</summary>
    /// <param name="keys">Who is told, from any thread.</param>
    IKeySubscription Subscribe(IKeySink keys);
}
