using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.Patches;

/// <summary>Operations that turn one JSON document into another, in their order (RFC 6902).</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class JsonPatch
{
    private readonly PatchOperation[] _operations;

    /// <summary>A patch of these operations.</summary>
    public JsonPatch(params IEnumerable<PatchOperation> operations)
    {
        _operations = [.. operations];
    }

    /// <summary>The patch that changes nothing.</summary>
    public static JsonPatch Empty { get; } = new();

    /// <summary>The operations, in the order they apply.</summary>
    public IReadOnlyList<PatchOperation> Operations => _operations;

    /// <summary>True when there is no operation.</summary>
    public bool IsEmpty => _operations.Length == 0;

    /// <summary>Reads a patch document under <see cref="JsonPolicy.Strict"/>.</summary>
    /// <param name="utf8">The text; kept, not copied.</param>
    /// <exception cref="JsonFormatException">The text is not JSON, or has a duplicate member.</exception>
    /// <exception cref="JsonPatchException">The JSON is no patch.</exception>
    public static JsonPatch Parse(ReadOnlyMemory<byte> utf8) => Read(JsonTree.Parse(utf8).Root);

    /// <summary>Reads a patch document given as a string, under <see cref="JsonPolicy.Strict"/>.</summary>
    /// <exception cref="JsonFormatException">The text is not JSON, or has a duplicate member.</exception>
    /// <exception cref="JsonPatchException">The JSON is no patch.</exception>
    public static JsonPatch Parse(string text) => Read(JsonTree.Parse(text).Root);

    /// <summary>Reads a patch; members of an operation that RFC 6902 does not name are ignored.</summary>
    /// <exception cref="JsonPatchException">The value is no patch.</exception>
    public static JsonPatch Read(JsonValue patch) => new(PatchReading.Read(patch));

    /// <summary>Writes the patch document.</summary>
    public void Write(JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.StartArray();
        foreach (PatchOperation operation in _operations)
        {
            operation.Write(writer);
        }

        writer.EndArray();
    }

    /// <summary>The document that the operations make of <paramref name="document"/>, all of them or none.</summary>
    /// <remarks>
    /// The document itself does not change. Cost: per operation linear in the members and items on its way; a copy is
    /// also linear in what it copies where that was changed before. No recursion.
    /// </remarks>
    /// <param name="document">Any value but a missing one.</param>
    /// <param name="limits">Default: <see cref="PatchLimits.Default"/>.</param>
    /// <exception cref="JsonPatchException">An operation fails, or the result exceeds a limit.</exception>
    public JsonDraft Apply(JsonValue document, PatchLimits? limits = null)
    {
        limits ??= PatchLimits.Default;
        PatchRun run = new(document, limits);
        for (int i = 0; i < _operations.Length; i++)
        {
            try
            {
                run.Do(_operations[i]);
            }
            catch (FormatException problem)
            {
                throw new JsonPatchException(i, _operations[i], problem.Message);
            }
        }

        JsonDraft result = run.Result ?? throw new JsonPatchException("the patch leaves no document; add one at \"\"");
        return MayReach(document) > limits.MaxDepth && DraftDepth.Exceeds(result, limits.MaxDepth)
            ? throw new JsonPatchException($"the result has more than {limits.MaxDepth} containers inside one another")
            : result;
    }

    /// <summary>A depth that no result exceeds: an operation adds at most its paths and its value to what was there.</summary>
    private long MayReach(JsonValue document)
    {
        long depth = document.Tree!.Depth;
        foreach (PatchOperation operation in _operations)
        {
            depth += operation.Path.Depth + (operation.From?.Depth ?? 0) + (operation.Value.Tree?.Depth ?? 0);
        }

        return depth;
    }

    /// <summary>The patch document as JSON text.</summary>
    public override string ToString()
    {
        using PooledBuffer buffer = new();
        Write(new JsonWriter(buffer));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
