namespace Webhooks.Client.Requests;

/// <summary>Members to set, or with <c>null</c> to remove; lists are replaced whole (RFC 7386).</summary>
/// <param name="document">The JSON of the members that change and no others. Kept, not copied.</param>
/// <exception cref="ArgumentException">It is empty.</exception>
public sealed class MergePatch(ReadOnlyMemory<byte> document) : Patch("application/merge-patch+json", document);
