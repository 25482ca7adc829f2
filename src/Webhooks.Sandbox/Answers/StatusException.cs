using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Answers;

/// <summary>A request that is refused: the <see cref="Status"/> is the whole answer.</summary>
/// <remarks>
/// Whoever finds out that a request cannot be served throws it; one place answers it. <see cref="Warnings"/> go with the
/// answer as they would with a success.
/// </remarks>
internal sealed class StatusException(Status status, IReadOnlyList<string>? warnings = null) : Exception(status.Message)
{
    /// <summary>The cause that says that a namespace is being deleted.</summary>
    public const string NamespaceTerminating = "NamespaceTerminating";

    /// <summary>What is answered, with its code.</summary>
    public Status Status { get; } = status;

    /// <summary>Whether something was to be made in a namespace that is being deleted.</summary>
    public bool IsForEndingNamespace => Status.Details?.Causes.Any(cause => cause.Reason == NamespaceTerminating) == true;

    /// <summary>Texts for <c>Warning</c> headers; usually none.</summary>
    public IReadOnlyList<string> Warnings { get; } = warnings ?? [];
}
