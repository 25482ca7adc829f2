namespace Webhooks.Admission.Linting;

/// <summary>How much a finding matters.</summary>
public enum LintSeverity
{
    /// <summary>A template that is refused, or a document that can't be read.</summary>
    Error,

    /// <summary>What hardly anybody wants: an annotation without effect, a container that <c>baseline</c> forbids.</summary>
    Warning,

    /// <summary>What matters to some: a container that only <c>restricted</c> forbids.</summary>
    Note,
}
