namespace Webhooks.Client.Configuration;

/// <summary>Kubeconfig files, merged as kubectl merges them.</summary>
/// <remarks>
/// Immutable and thread safe. A cluster, user or context is that of the first file that defines it, wholly; the current
/// context is the first that is not empty. A path is relative to the folder of the file that it stands in.
/// </remarks>
public sealed class Kubeconfig
{
    private readonly ConfigurationSources _sources;
    private readonly KubeconfigEntries _clusters;
    private readonly KubeconfigEntries _users;
    private readonly KubeconfigEntries _contexts;

    private Kubeconfig(IReadOnlyList<string> paths, IReadOnlyList<KubeconfigFile> files, ConfigurationSources sources)
    {
        _sources = sources;
        Paths = paths;
        Files = [.. files.Select(file => file.Path)];
        _clusters = new KubeconfigEntries(files, "clusters", "cluster");
        _users = new KubeconfigEntries(files, "users", "user");
        _contexts = new KubeconfigEntries(files, "contexts", "context");
        CurrentContext = files.Select(file => file.Root.Text("current-context")).FirstOrDefault(name => name.Length > 0, "");
    }

    /// <summary>The files that were looked for, absolute, in order.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Those of them that are there.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The names of the contexts, in the order of the files.</summary>
    public IReadOnlyList<string> Contexts => _contexts.Names;

    /// <summary>The context that is used when none is named; empty for none.</summary>
    public string CurrentContext { get; }

    /// <summary>
    /// Reads the file of that path, else those that <c>KUBECONFIG</c> lists, else <c>~/.kube/config</c>. Only the first
    /// must be there.
    /// </summary>
    /// <param name="path">The value of <c>--kubeconfig</c>. Default, and where empty: none.</param>
    /// <param name="sources">Default: <see cref="ConfigurationSources.OfProcess"/>.</param>
    /// <exception cref="ConfigurationException">A file can't be read, or is no kubeconfig.</exception>
    public static Kubeconfig Load(string? path = null, ConfigurationSources? sources = null)
    {
        sources ??= ConfigurationSources.OfProcess;
        List<string> paths = [.. KubeconfigPaths.Of(path, sources)];
        List<KubeconfigFile> files = [];
        foreach (string one in paths)
        {
            if (sources.ReadIfPresent(one) is { } content)
            {
                files.Add(KubeconfigText.Read(one, content));
            }
            else if (!string.IsNullOrEmpty(path))
            {
                throw new ConfigurationException($"{one}: there is no such file; correct --kubeconfig");
            }
        }

        return new Kubeconfig(paths, files, sources);
    }

    /// <summary>Says what a context means.</summary>
    /// <param name="context">The value of <c>--context</c>. Default, and where empty: the current one.</param>
    /// <exception cref="ConfigurationException">There is no such context, or what it names is missing, broken or not supported.</exception>
    public ClientOptions Resolve(string? context = null)
    {
        if (Files.Count == 0)
        {
            string looked = Paths.Count == 0 ? "" : $" (looked for {string.Join(", ", Paths)})";
            throw new ConfigurationException($"there is no kubeconfig file{looked}; name one by --kubeconfig or KUBECONFIG");
        }

        string name = string.IsNullOrEmpty(context) ? CurrentContext : context;
        if (name.Length == 0)
        {
            throw new ConfigurationException($"{Where()}: no current-context; name a context, or set one by `kubectl config use-context NAME`{Known(_contexts)}");
        }

        KubeconfigNode found = _contexts.Find(name)
            ?? throw new ConfigurationException($"{Where()}: there is no context \"{name}\"; correct its name{Known(_contexts)}");
        KubeconfigNode cluster = _clusters.Find(found.Text("cluster"))
            ?? throw found.Error("cluster", $"there is no cluster \"{found.Text("cluster")}\"; correct its name, or define it below clusters{Known(_clusters)}");
        KubeconfigNode? user = _users.Find(found.Text("user"));
        List<string> warnings = [];
        if (user is null && found.Has("user") && found.Text("user").Length > 0)
        {
            warnings.Add($"{found.Place("user")}: there is no user \"{found.Text("user")}\"; requests are anonymous");
        }

        ClientOptions options = new KubeconfigCluster(cluster, _sources, warnings).Read(found.Text("namespace"));
        if (user is { } node)
        {
            options = new KubeconfigUser(node, cluster, _sources, warnings).ReadInto(options);
        }

        return options with { Warnings = warnings };
    }

    private string Where() => string.Join(", ", Files);

    private static string Known(KubeconfigEntries entries) => entries.Names.Count == 0
        ? ""
        : $" (there {(entries.Names.Count == 1 ? "is" : "are")} {string.Join(", ", entries.Names.Take(10))}{(entries.Names.Count > 10 ? ", …" : "")})";
}
