using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Patterns;

namespace Webhooks.Schemas.Validation;

/// <summary>Length and pattern of a string: the first that it breaks is reported. Source: <c>stringValidator</c> of kube-openapi.</summary>
internal sealed class StringChecks(FailureText text, PatternTable patterns)
{
    /// <summary>Whether there was a pattern that is no regular expression, as no server stores one today.</summary>
    public bool IsUndecided { get; private set; }

    public void Check(string value, Schema schema, ValuePath path, Findings findings)
    {
        SchemaBounds bounds = schema.Bounds;
        long length = bounds.MaxLength == null && bounds.MinLength == null ? 0 : CountCodePoints(value);
        if (bounds.MaxLength is { } most && length > most)
        {
            findings.Add(text.TooLong(path.ToString(), most));
        }
        else if (bounds.MinLength is { } least && length < least)
        {
            findings.Add(text.Breaks(path.ToString(), value, $"should be at least {least} chars long"));
        }
        else if (!string.IsNullOrEmpty(bounds.Pattern) && patterns.IsMatch(bounds.Pattern, value) is var isMatch and not true)
        {
            IsUndecided |= isMatch == null;
            if (isMatch == false)
            {
                findings.Add(text.Breaks(path.ToString(), value, $"should match '{bounds.Pattern}'"));
            }
        }
    }

    private static int CountCodePoints(string value)
    {
        int count = 0;
        foreach (char unit in value)
        {
            count += char.IsLowSurrogate(unit) ? 0 : 1;
        }

        return count;
    }
}
