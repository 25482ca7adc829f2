namespace Webhooks.Admission.Pods;

/// <summary>What JSON a field of a pod template takes.</summary>
internal enum ShapeKind
{
    /// <summary>Any JSON: not looked into.</summary>
    Any,
    Text,
    Flag,
    Number,

    /// <summary>A quantity, written as a string or a number.</summary>
    Quantity,

    /// <summary>A port: its number or its name.</summary>
    NumberOrText,
    Object,

    /// <summary>An object with free keys, all values of one shape.</summary>
    Map,
    List,
}
