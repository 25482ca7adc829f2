using System.Text;
using Webhooks.Client.Sending;

namespace Webhooks.Server.Clusters;

/// <summary>Says what is wrong with an API server, in one line, and what to do about it.</summary>
internal static class ClusterFailure
{
    private const int MostCharacters = 500;

    /// <summary>What to tell of a failure to list something.</summary>
    /// <param name="failure">What came of the request.</param>
    /// <param name="server">Whom it was sent to.</param>
    /// <param name="grant">What the account needs to be given for it: <c>a Role with get on pods</c>.</param>
    public static string Text(Exception failure, Uri server, string grant) => OneLine(failure switch
    {
        KubernetesApiException { Code: 403 } refusal =>
            $"{refusal.Message}; give this account {grant} (docs/operations.md has one)",
        KubernetesApiException { Code: 401 } refusal =>
            $"{refusal.Message}; {server} does not know this account: check the credentials of --kubeconfig or the ServiceAccount",
        KubernetesApiException refusal => $"{server} answered {refusal.Code}: {refusal.Message}",
        _ => $"{server} can't be reached: {Innermost(failure).Message}; check the address and the network",
    });

    private static Exception Innermost(Exception failure) => failure.InnerException is { } inner ? Innermost(inner) : failure;

    // What a server says goes to a terminal.
    private static string OneLine(string text)
    {
        StringBuilder line = new(Math.Min(text.Length, MostCharacters));
        foreach (char next in text)
        {
            if (line.Length == MostCharacters - 1)
            {
                return line.Append('…').ToString();
            }

            line.Append(char.IsControl(next) ? ' ' : next);
        }

        return line.ToString();
    }
}
