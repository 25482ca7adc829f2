namespace Webhooks.Schemas.Patterns;

/// <summary>Ends the reading of an expression that is refused; <see cref="Pattern.TryParse"/> hands its error out as a value.</summary>
internal sealed class PatternException(PatternError error) : Exception(error.Message)
{
    public PatternException(PatternErrorKind kind, string expression)
        : this(new PatternError(kind, expression))
    {
    }

    public PatternError Error => error;
}
