namespace Webhooks.Client.Configuration;

/// <summary>A program that prints credentials: an <c>ExecCredential</c> of <c>client.authentication.k8s.io</c>.</summary>
/// <param name="ApiVersion"><c>client.authentication.k8s.io/v1</c> or <c>/v1beta1</c>.</param>
/// <param name="Command">An absolute path, or a name to look for in <c>PATH</c>.</param>
/// <param name="Arguments">What it is given, to be passed as it stands, without a shell.</param>
/// <param name="Variables">What its environment has besides that of this process, in this order; a later one of the same name wins.</param>
/// <param name="InstallHint">What to tell somebody who does not have it, without control characters; empty for nothing.</param>
/// <param name="ProvideClusterInfo">Whether it is told about the cluster, in <c>KUBERNETES_EXEC_INFO</c>.</param>
/// <param name="ClusterConfig">What it is told as <c>spec.cluster.config</c>, as JSON; empty for nothing.</param>
/// <param name="InteractiveMode">Whether it may read standard input.</param>
public sealed record ExecPlugin(
    string ApiVersion,
    string Command,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<KeyValuePair<string, string>> Variables,
    string InstallHint,
    bool ProvideClusterInfo,
    string ClusterConfig,
    ExecInteractiveMode InteractiveMode)
{
    /// <summary>The command alone: arguments and variables may hold secrets.</summary>
    public override string ToString() => $"{Command} ({ApiVersion})";
}
