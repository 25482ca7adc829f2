namespace Webhooks.Schemas.Decoding;

/// <summary>What becomes of members that a kind doesn't have, and of those that stand twice: the query's <c>fieldValidation</c>.</summary>
public enum FieldValidation
{
    /// <summary>They are named in warnings, and the request goes on: what no word means.</summary>
    Warn,

    /// <summary>They go without a word.</summary>
    Ignore,

    /// <summary>The request is refused.</summary>
    Strict,
}
