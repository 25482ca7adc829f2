namespace Webhooks.Admission.Templates.Rules;

/// <summary>Paths that must stay below where they start.</summary>
internal static class LocalPath
{
    /// <summary>What is wrong with a path that a container resolves, a <c>subPath</c>: worded as <c>validateLocalDescendingPath</c>.</summary>
    public static IReadOnlyList<string> Problems(string path) => (path.StartsWith('/'), HasBacksteps(path)) switch
    {
        (false, false) => [],
        (true, false) => ["must be a relative path"],
        (false, true) => ["must not contain '..'"],
        (true, true) => ["must be a relative path", "must not contain '..'"],
    };

    /// <summary>What is wrong with the path of a file in a volume, where names with two dots are kubelet's own.</summary>
    public static IReadOnlyList<string> FileProblems(string path) =>
        path.StartsWith("..", StringComparison.Ordinal) && !HasBacksteps(path) ? ["must not start with '..'"] : Problems(path);

    public static bool HasBacksteps(string path)
    {
        foreach (Range part in path.AsSpan().Split('/'))
        {
            if (path.AsSpan(part) is "..")
            {
                return true;
            }
        }

        return false;
    }
}
