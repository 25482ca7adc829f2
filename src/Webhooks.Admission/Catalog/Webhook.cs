using Webhooks.Admission.Reviews;

namespace Webhooks.Admission.Catalog;

/// <summary>One webhook: where API servers post to, and what it decides.</summary>
/// <remarks>Pure and thread safe: a decision is a function of the request and of the templates in force when it starts.</remarks>
public abstract class Webhook
{
    /// <summary>The path of its URL, <c>/mutate</c>; unique in the catalog.</summary>
    public abstract string Path { get; }

    /// <summary>How metrics and log lines name it: its path without the first slash.</summary>
    public string Name => Path[1..];

    /// <summary>Decides about one request. Does not change it, and keeps nothing of it.</summary>
    /// <exception cref="Merging.ObjectFormatException">The object has not the form of its kind; an API server sends no such.</exception>
    /// <exception cref="ReviewFormatException">The object that is to be created or changed is not there; an API server sends no such.</exception>
    public abstract AdmissionDecision Decide(AdmissionRequest request);
}
