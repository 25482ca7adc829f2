namespace Webhooks.Client.Configuration;

/// <summary>Reads members that come in two forms: a path, and beside it <c>…-data</c>, which wins.</summary>
/// <param name="node">What has them.</param>
/// <param name="sources">Where the files are.</param>
/// <param name="warnings">Where warnings go.</param>
internal sealed class KubeconfigPem(KubeconfigNode node, ConfigurationSources sources, ICollection<string> warnings)
{
    /// <summary>One of them; <c>null</c> without.</summary>
    /// <exception cref="ConfigurationException">The data is no base64, or the file can't be read.</exception>
    public PemSource? Read(string name)
    {
        byte[] data = node.Data(name + "-data");
        string path = node.FilePath(name);
        if (data.Length > 0)
        {
            if (path.Length > 0)
            {
                warnings.Add($"{node.Place(name)}: {name} is not looked at, because {name}-data is there as well; remove one of the two");
            }

            return new PemSource.Inline(data);
        }

        return path.Length > 0 ? new PemSource.OfFile(Readable(name, path)) : null;
    }

    /// <summary>The path of a file that can be read: a wrong one is told of with its place, and not by a request that fails.</summary>
    public string Readable(string name, string path) => sources.Problem(path, out _) is { } problem
        ? throw node.Error(name, $"{path}: {problem}")
        : path;
}
