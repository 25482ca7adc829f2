using Webhooks.Admission.Injection;

namespace Webhooks.Server.CommandLine;

/// <summary>The namespace that this process runs in.</summary>
internal static class OwnNamespace
{
    /// <summary>Where Kubernetes writes it in a pod with a ServiceAccount.</summary>
    public const string File = "/var/run/secrets/kubernetes.io/serviceaccount/namespace";

    /// <summary>As the ServiceAccount's file says; outside a cluster the usual one.</summary>
    public static string Find() =>
        System.IO.File.Exists(File) && System.IO.File.ReadAllText(File).Trim() is { Length: > 0 } name ? name : InjectionOptions.Default.OwnNamespace;
}
