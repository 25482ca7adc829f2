namespace Webhooks.FunctionalTests.Contract.Cluster;

/// <summary>The programs of a control plane, in the folder that KUBEBUILDER_ASSETS names.</summary>
internal static class ClusterPrograms
{
    private const string Variable = "KUBEBUILDER_ASSETS";

    /// <summary>Why there is no control plane to start; <c>null</c>: there is one.</summary>
    public static string? Missing => Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } folder
        ? $"{Variable} names no folder with kube-apiserver and etcd"
        : new[] { "kube-apiserver", "etcd" }.FirstOrDefault(name => !File.Exists(Path.Combine(folder, name))) is { } missing
            ? $"{Variable} is {folder}, where no {missing} is"
            : null;

    /// <summary>Where a program is; <c>null</c>: it is not there.</summary>
    public static string? Find(string name)
    {
        string path = Path.Combine(Environment.GetEnvironmentVariable(Variable) ?? "", name);
        return File.Exists(path) ? path : null;
    }
}
