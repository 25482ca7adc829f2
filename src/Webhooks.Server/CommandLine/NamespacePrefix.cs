using System.CommandLine;
using Webhooks.Admission.Users;
using Webhooks.Resources.Names;

namespace Webhooks.Server.CommandLine;

/// <summary>The option <c>--namespace-prefix</c>.</summary>
internal static class NamespacePrefix
{
    public static Option<string> Create()
    {
        Option<string> prefix = new("--namespace-prefix")
        {
            Description = "What stands before a User's name in the name of its namespace; the same everywhere in a cluster.",
            HelpName = "PREFIX",
            DefaultValueFactory = _ => UserOptions.DefaultPrefix,
        };
        prefix.Validators.Add(result =>
        {
            if (Problem(result.GetValueOrDefault<string>()) is { } problem)
            {
                result.AddError($"{prefix.Name}: {problem}");
            }
        });
        return prefix;
    }

    /// <summary>With a name behind it, it must do.</summary>
    private static string? Problem(string prefix) =>
        DnsLabel.Problems(prefix + "a") is [var problem, ..] ? $"'{prefix}' is no prefix such as {UserOptions.DefaultPrefix}: {problem}"
        : prefix.StartsWith("kube-", StringComparison.Ordinal) ? $"'{prefix}': names that begin with kube- are the cluster's own; take another prefix"
        : null;
}
