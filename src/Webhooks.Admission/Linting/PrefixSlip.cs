using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;

namespace Webhooks.Admission.Linting;

/// <summary>Tells a misspelt prefix from somebody else's.</summary>
internal sealed class PrefixSlip(AnnotationNames annotations)
{
    /// <summary>One slip in so many letters; of a shorter prefix another one is no misspelling.</summary>
    private const int LettersPerSlip = 10;

    private readonly string _domain = annotations.Prefix.TrimEnd('/');

    /// <summary>What stands behind a prefix that is nearly ours; <c>null</c> for ours, others and keys without one.</summary>
    public string? NameIn(string key)
    {
        int slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && key[..slash] != _domain && NearestName.IsWithin(_domain.Length / LettersPerSlip, key[..slash], _domain)
            ? key[(slash + 1)..]
            : null;
    }
}
