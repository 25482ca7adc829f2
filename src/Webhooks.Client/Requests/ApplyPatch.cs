namespace Webhooks.Client.Requests;

/// <summary>All that its manager wants of an object, which is created where it is missing (server-side apply).</summary>
/// <remarks>What the manager wanted before and does not name any more is removed.</remarks>
public sealed class ApplyPatch : Patch
{
    /// <summary>The patch of a document, with the name of who wants it.</summary>
    /// <param name="document">The object in JSON or YAML, with <c>apiVersion</c>, <c>kind</c> and its name. Kept, not copied.</param>
    /// <param name="fieldManager">Who owns the fields in it; the same in each apply of one program. 128 characters at most.</param>
    /// <exception cref="ArgumentException">Either is empty.</exception>
    public ApplyPatch(ReadOnlyMemory<byte> document, string fieldManager)
        : base("application/apply-patch+yaml", document)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fieldManager);
        FieldManager = fieldManager;
    }

    /// <summary>Who owns the fields in the document.</summary>
    public string FieldManager { get; }

    /// <summary>Whether fields of other managers are taken from them; else a different value of theirs is refused with 409. Default <c>false</c>.</summary>
    public bool Force { get; init; }
}
