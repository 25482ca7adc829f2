namespace Webhooks.Client.Requests;

/// <summary>What becomes of the objects that a deleted one owns.</summary>
public enum DeletionPropagation
{
    /// <summary>Not said: what the finalizers of the object ask for, else what the kind has for a default.</summary>
    Unspecified,

    /// <summary>They stay, and have an owner less.</summary>
    Orphan,

    /// <summary>The garbage collector takes them afterwards.</summary>
    Background,

    /// <summary>The object stays until those of them that block its deletion are gone.</summary>
    Foreground,
}
