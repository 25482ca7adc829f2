namespace Webhooks.Admission.Explaining;

/// <summary>What a decision makes of items that a template brings.</summary>
public enum ItemChange
{
    /// <summary>They were not there.</summary>
    Added,

    /// <summary>They were there and said something else.</summary>
    Changed,

    /// <summary>They were there as they are.</summary>
    Kept,

    /// <summary>They are gone.</summary>
    Removed,
}
