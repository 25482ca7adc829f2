namespace Webhooks.Resources.Patches;

/// <summary>The one error of patches: an operation that cannot be read, or that fails on the document.</summary>
public sealed class JsonPatchException : Exception
{
    /// <summary>An error of the patch as a whole.</summary>
    public JsonPatchException(string problem)
        : base(problem)
    {
        Index = -1;
        Problem = problem;
    }

    /// <summary>An operation that cannot be read.</summary>
    internal JsonPatchException(int index, string problem)
        : base($"operation {index}: {problem}")
    {
        Index = index;
        Problem = problem;
    }

    /// <summary>An operation that fails.</summary>
    internal JsonPatchException(int index, PatchOperation operation, string problem)
        : base($"operation {index} ({Describe(operation)}): {problem}")
    {
        Index = index;
        Operation = operation;
        Problem = problem;
    }

    /// <summary>Which operation: 0 for the first, -1 where it is none of them.</summary>
    public int Index { get; }

    /// <summary>The operation that failed on the document; <c>null</c> of one that could not be read.</summary>
    public PatchOperation? Operation { get; }

    /// <summary>Where the operation that failed points; <c>null</c> of one that could not be read.</summary>
    public JsonPointer? Path => Operation?.Path;

    /// <summary>What is wrong, without the operation.</summary>
    public string Problem { get; }

    private static string Describe(PatchOperation operation)
    {
        string path = Show(operation.Path);
        string word = PatchWords.Word(operation.Kind);
        return operation.From == null ? $"{word} {path}" : $"{word} {Show(operation.From)} to {path}";
    }

    private static string Show(JsonPointer path) => path.Depth == 0 ? "the document" : PointerText.Shorten(path.ToString());
}
