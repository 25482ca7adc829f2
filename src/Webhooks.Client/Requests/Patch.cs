namespace Webhooks.Client.Requests;

/// <summary>A change to an object, as a document of one of the four kinds that an API server takes.</summary>
/// <remarks>
/// Immutable, and closed: there are these four. Each is made of a document that somebody wrote as such, never of a record:
/// a record lacks members of its object, and says nothing by a default, so that a patch made of it would erase or miss some.
/// </remarks>
public abstract class Patch
{
    private protected Patch(string mediaType, ReadOnlyMemory<byte> document)
    {
        MediaType = mediaType;
        Document = document.IsEmpty ? throw new ArgumentException("a patch without a document is none", nameof(document)) : document;
    }

    /// <summary>What tells the server which kind it is.</summary>
    public string MediaType { get; }

    /// <summary>The document as it is sent.</summary>
    public ReadOnlyMemory<byte> Document { get; }
}
