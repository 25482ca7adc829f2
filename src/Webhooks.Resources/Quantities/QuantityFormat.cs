namespace Webhooks.Resources.Quantities;

/// <summary>How a <see cref="Quantity"/> is written: the family of its suffix, remembered from the text that was parsed.</summary>
public enum QuantityFormat
{
    /// <summary>Powers of 1000 with the suffixes n, u, m, none, k, M, G, T, P, E: <c>12M</c>.</summary>
    DecimalSI,

    /// <summary>Powers of 1024 with the suffixes Ki, Mi, Gi, Ti, Pi, Ei: <c>12Mi</c>.</summary>
    BinarySI,

    /// <summary>Powers of ten with an exponent that is a multiple of three: <c>12e6</c>.</summary>
    DecimalExponent,
}
