namespace Webhooks.Admission.Templates;

/// <summary>The templates in force now: whoever decides takes <see cref="Current"/> once, and sees that set to the end.</summary>
/// <remarks>Thread safe: a set is swapped in one exchange, and nobody ever sees half of it.</remarks>
public sealed class TemplatesInForce
{
    private volatile TemplateSet _current = TemplateSet.Empty;

    /// <summary>The set of this moment; empty before the first <see cref="Replace"/>.</summary>
    public TemplateSet Current => _current;

    /// <summary>Puts another set in force, for every decision that starts from now on.</summary>
    public void Replace(TemplateSet templates)
    {
        ArgumentNullException.ThrowIfNull(templates);
        _current = templates;
    }
}
