namespace Webhooks.Resources.Quantities;

/// <summary>The texts that say why something is not a quantity, worded as <c>k8s.io/apimachinery/pkg/api/resource</c> words them.</summary>
public static class QuantityError
{
    /// <summary>A character stands where the grammar has no place for it, or there is no text at all.</summary>
    public const string Format = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

    /// <summary>The number before the suffix has no digits, as in <c>Ei</c>.</summary>
    public const string Number = "unable to parse numeric part of quantity";

    /// <summary>The suffix is none of the known ones, as in <c>1i</c> or <c>5e</c>.</summary>
    public const string Suffix = "unable to parse quantity's suffix";

    /// <summary>The text is longer than <see cref="Quantity.MaxLength"/>; ours, for kube-apiserver limits the request only.</summary>
    public const string Length = "quantities must be no more than 1024 characters";
}
