namespace Webhooks.Client.Configuration;

/// <summary>Which kubeconfig files are looked for.</summary>
internal static class KubeconfigPaths
{
    /// <summary>The variable that lists files, separated as <c>PATH</c> is.</summary>
    public const string Variable = "KUBECONFIG";

    /// <summary>Their absolute paths, in order, each once; those of the variable when it is set to anything.</summary>
    /// <param name="path">The only one, unless empty.</param>
    /// <param name="sources">Where to look.</param>
    /// <exception cref="ConfigurationException">A path can be no file's.</exception>
    public static IEnumerable<string> Of(string? path, ConfigurationSources sources)
    {
        string listed = sources.VariableOrEmpty(Variable);
        IEnumerable<string> paths = !string.IsNullOrEmpty(path) ? [path]
            : listed.Length > 0 ? listed.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            : sources.HomeFolder.Length > 0 ? [Path.Combine(sources.HomeFolder, ".kube", "config")]
            : [];
        return paths.Select(one => Absolute(one, sources)).Distinct(StringComparer.Ordinal);
    }

    private static string Absolute(string path, ConfigurationSources sources) => path.Contains('\0', StringComparison.Ordinal)
        ? throw new ConfigurationException("no path has a character U+0000; correct --kubeconfig")
        : Path.GetFullPath(path, sources.WorkingFolder);
}
