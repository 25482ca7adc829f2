namespace Webhooks.Admission.Merging;

/// <summary>An item that a template could not add because of what stands there.</summary>
/// <param name="Template">The template's name.</param>
/// <param name="Path">The item's path.</param>
/// <param name="Reason">What stands in the way, in words for a person.</param>
internal readonly record struct Collision(string Template, string Path, string Reason)
{
    /// <summary>The sentence of a warning.</summary>
    public override string ToString() => $"{Template}: without {Path}: {Reason}";
}
