namespace Webhooks.Admission.Injection;

/// <summary>What the user should know about a decision.</summary>
/// <param name="Template">The template that it is about; <c>null</c> for the object as a whole.</param>
/// <param name="Text">At most 120 characters on one line.</param>
public readonly record struct InjectionWarning(string? Template, string Text)
{
    /// <summary>The text alone.</summary>
    public override string ToString() => Text;
}
