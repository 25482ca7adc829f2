namespace Webhooks.Sandbox.Storage;

/// <summary>One write of an object.</summary>
/// <param name="Kind">What happened to it.</param>
/// <param name="Object">The object after the write; of a deleted one the last content, at the revision of the deletion.</param>
/// <param name="Previous">The object before the write; <c>null</c> where it was made.</param>
internal sealed record Change(ChangeKind Kind, StoredObject Object, StoredObject? Previous)
{
    /// <summary>The revision of the write.</summary>
    public long Revision => Object.Revision;
}
