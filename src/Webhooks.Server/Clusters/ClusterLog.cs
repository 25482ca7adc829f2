using Microsoft.Extensions.Logging;

namespace Webhooks.Server.Clusters;

/// <summary>What is said about the API server.</summary>
internal static partial class ClusterLog
{
    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    public static partial void Warned(ILogger logger, string warning);

    [LoggerMessage(LogLevel.Warning, "Namespaces can't be listed, so no User is refused because a namespace is taken: {Failure}")]
    public static partial void NoNamespaces(ILogger logger, string failure);

    [LoggerMessage(LogLevel.Information, "Namespaces can be listed: a User whose namespace is taken is refused")]
    public static partial void Namespaces(ILogger logger);

    [LoggerMessage(LogLevel.Information, "The API server's version is {Version}")]
    public static partial void Version(ILogger logger, string version);

    [LoggerMessage(LogLevel.Warning, "The API server does not tell its version, so that no node is taken to be older than Kubernetes 1.29; give --kube-version: {Failure}")]
    public static partial void NoVersion(ILogger logger, string failure);
}
