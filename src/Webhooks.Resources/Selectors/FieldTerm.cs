namespace Webhooks.Resources.Selectors;

/// <summary>One condition of a <see cref="FieldSelector"/>.</summary>
/// <param name="Field">The path of the field, <c>metadata.name</c>; which ones there are is the server's to know.</param>
/// <param name="IsEqual">True for <c>=</c>, false for <c>!=</c>.</param>
/// <param name="Value">The value without escapes.</param>
public readonly record struct FieldTerm(string Field, bool IsEqual, string Value)
{
    /// <summary>Whether a field of that value fits; null, no such field, is as good as empty.</summary>
    public bool Matches(string? value) => (value ?? "") == Value == IsEqual;

    /// <summary>The condition as <c>kubectl --field-selector</c> takes it, with <c>\</c>, <c>,</c> and <c>=</c> of the value escaped.</summary>
    public override string ToString() => Field + (IsEqual ? "=" : "!=") + Escape(Value);

    private static string Escape(string value)
    {
        return value
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal)
            .Replace("=", "\\=", StringComparison.Ordinal);
    }
}
