namespace Webhooks.Admission.Merging;

/// <summary>An item that a template could not add because of what stands there.</summary>
/// <param name="Path">The item's path.</param>
/// <param name="Reason">What stands in the way, in words for a person.</param>
internal readonly record struct Collision(string Path, string Reason)
{
    /// <summary>The end of a sentence about it.</summary>
    public override string ToString() => $"{Path}: {Reason}";
}
