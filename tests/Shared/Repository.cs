using System.Reflection;

namespace Webhooks.Shared;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Its root: the folder that holds Webhooks.sln. Absolute, without a separator at the end.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The absolute path of a file or folder given relative to <see cref="Root"/>.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        string? root = typeof(Repository).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .SingleOrDefault(attribute => attribute.Key == "RepositoryRoot")?.Value;
        if (root is null || !File.Exists(Path.Combine(root, "Webhooks.sln")))
        {
            throw new InvalidOperationException(
                $"No repository at '{root}', where these tests were built; build them again where it is now.");
        }

        return Path.TrimEndingDirectorySeparator(root);
    }
}
