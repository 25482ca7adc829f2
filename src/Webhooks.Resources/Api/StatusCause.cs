namespace Webhooks.Resources.Api;

/// <summary>One of several things that are wrong, with the field it is about.</summary>
/// <param name="Reason">A word of <see cref="CauseReason"/>, or another; empty for none.</param>
/// <param name="Message">What is wrong, without the field's path: <c>Required value: name is missing</c>.</param>
/// <param name="Field">The path of the field, <c>spec.containers[0].name</c>; empty for none.</param>
public readonly record struct StatusCause(string Reason, string Message, string Field)
{
    /// <summary>The cause in one line, as Kubernetes lists it: <c>spec.name: Required value</c>.</summary>
    public override string ToString() => $"{Field}: {Message}";
}
