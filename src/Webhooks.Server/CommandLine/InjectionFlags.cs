using System.CommandLine;
using Webhooks.Admission.Injection;
using Webhooks.Resources.Names;

namespace Webhooks.Server.CommandLine;

/// <summary>The options that settle how injection decides: the same for the webhook and for the offline commands.</summary>
/// <param name="ownNamespace">The server's own namespace when <c>--namespace</c> does not say.</param>
/// <param name="ownNamespaceNote">What <c>--help</c> says of that.</param>
internal sealed class InjectionFlags(Func<string> ownNamespace, string ownNamespaceNote)
{
    private const string Allow = "allow";
    private const string Deny = "deny";

    private readonly Option<string?> _kubeVersion = KubeVersionOption.Create(
        "Version of the oldest kubelet, such as 1.29: below that, templates with native sidecars are skipped. Without it, none is.");

    private readonly Option<string> _prefix = AnnotationPrefix.Create();

    private readonly Option<string?> _namespace = new("--namespace")
    {
        Description = $"The server's own namespace, in which nothing is injected. [default: {ownNamespaceNote}]",
        HelpName = "NS",
    };

    private readonly Option<string[]> _excluded = new("--excluded-namespaces")
    {
        Description = "Further namespaces in which nothing is injected. "
            + $"[default: {string.Join(',', InjectionOptions.Default.ExcludedNamespaces)}]",
        HelpName = "NS,…",
    };

    private readonly Option<string> _missing = new("--missing-template")
    {
        Description = "Whether an object that asks for a template which is missing or broken is allowed, with a warning, or denied.",
        HelpName = "allow|deny",
        DefaultValueFactory = _ => Allow,
    };

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_kubeVersion, _prefix, _namespace, _excluded, _missing])
        {
            command.Options.Add(option);
        }

        Choice.Among(_missing, Allow, Deny);
        _namespace.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && DnsLabel.Problems(name) is [var problem, ..])
            {
                result.AddError($"{_namespace.Name}: '{name}': {problem}");
            }
        });
    }

    public InjectionOptions Read(ParseResult parsed) => new()
    {
        Annotations = AnnotationPrefix.Read(parsed, _prefix),
        OwnNamespace = parsed.GetValue(_namespace) ?? ownNamespace(),
        ExcludedNamespaces = parsed.GetResult(_excluded) == null
            ? InjectionOptions.Default.ExcludedNamespaces
            : CommaList.Split(parsed.GetValue(_excluded)).ToHashSet(StringComparer.Ordinal),
        KubeVersion = KubeVersionOption.Read(parsed, _kubeVersion),
        DenyMissingTemplate = parsed.GetValue(_missing) == Deny,
    };
}
