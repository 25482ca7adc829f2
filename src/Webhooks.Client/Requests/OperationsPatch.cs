using System.Buffers;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Client.Requests;

/// <summary>Operations that are done all or none (RFC 6902); a <c>test</c> among them makes the rest conditional.</summary>
/// <remarks>An operation that fails, <c>test</c> included, is refused with 422.</remarks>
public sealed class OperationsPatch : Patch
{
    /// <summary>The patch of a document, which is a JSON array.</summary>
    /// <param name="document">Kept, not copied.</param>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public OperationsPatch(ReadOnlyMemory<byte> document)
        : base("application/json-patch+json", document)
    {
    }

    /// <summary>The patch of these operations.</summary>
    public OperationsPatch(JsonPatch operations)
        : this(Written(operations))
    {
    }

    private static ReadOnlyMemory<byte> Written(JsonPatch operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        ArrayBufferWriter<byte> document = new();
        operations.Write(new JsonWriter(document));
        return document.WrittenMemory;
    }
}
