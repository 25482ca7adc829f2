namespace Webhooks.Schemas;

/// <summary>Whether an API server would take an object.</summary>
public enum SchemaAnswer
{
    /// <summary>It would.</summary>
    Valid,

    /// <summary>It would not, whatever was left undecided.</summary>
    Invalid,

    /// <summary>Nothing is wrong as far as was looked, but not everything could be looked at.</summary>
    Unknown,
}
