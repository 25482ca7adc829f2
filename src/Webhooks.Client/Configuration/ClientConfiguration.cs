namespace Webhooks.Client.Configuration;

/// <summary>Finds out where the API server is and who to be there.</summary>
public static class ClientConfiguration
{
    /// <summary>
    /// Takes the first that there is: the file of <c>--kubeconfig</c>; the files of <c>KUBECONFIG</c>; what the cluster
    /// tells a pod; <c>~/.kube/config</c>. A context is of a file: with its name no pod is asked.
    /// </summary>
    /// <param name="kubeconfig">The value of <c>--kubeconfig</c>. Default, and where empty: none.</param>
    /// <param name="context">The value of <c>--context</c>. Default, and where empty: the current one.</param>
    /// <param name="sources">Default: <see cref="ConfigurationSources.OfProcess"/>.</param>
    /// <exception cref="ConfigurationException">There is none, or it can't be used.</exception>
    public static ClientOptions Find(string? kubeconfig = null, string? context = null, ConfigurationSources? sources = null)
    {
        sources ??= ConfigurationSources.OfProcess;
        bool isNamed = !string.IsNullOrEmpty(kubeconfig) || !string.IsNullOrEmpty(context);
        bool isListed = sources.VariableOrEmpty(KubeconfigPaths.Variable).Length > 0;
        bool mayBeInCluster = !isNamed && InClusterConfiguration.IsPossible(sources);
        if (mayBeInCluster && !isListed)
        {
            return InClusterConfiguration.Read(sources);
        }

        Kubeconfig files = Kubeconfig.Load(kubeconfig, sources);
        return mayBeInCluster && files.Files.Count == 0 ? InClusterConfiguration.Read(sources) : files.Resolve(context);
    }
}
