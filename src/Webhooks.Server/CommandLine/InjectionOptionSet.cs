using System.CommandLine;
using System.CommandLine.Parsing;
using Webhooks.Admission.Injection;
using Webhooks.Resources.Names;
using Webhooks.Server.Injecting;

namespace Webhooks.Server.CommandLine;

/// <summary>The options that the offline commands of injection share.</summary>
internal sealed class InjectionOptionSet
{
    private const string Allow = "allow";
    private const string Deny = "deny";

    private readonly Option<string[]> _files = InputFiles.Create("Manifests or AdmissionReviews to decide about");

    private readonly Option<string?> _templates = new("--templates")
    {
        Description = "Folder of templates: ConfigMaps named <template>-initializer, or bare <template>.yaml files. Without it there are none.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _old = new("--old")
    {
        Description = "File with the objects as they are in the cluster: those that stand in it are updated, not created.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _namespaceLabels = new("--namespace-labels")
    {
        Description = "Labels of the objects' namespace. With <prefix>injection=enabled its Pods get every default template.",
        HelpName = "k=v,…",
    };

    private readonly Option<string?> _kubeVersion = new("--kube-version")
    {
        Description = "Version of the oldest kubelet, such as 1.29: below that, templates with native sidecars are skipped. Without it, none is.",
        HelpName = "V",
    };

    private readonly Option<string> _prefix = AnnotationPrefix.Create();

    private readonly Option<string> _namespace = new("--namespace")
    {
        Description = "The server's own namespace, in which nothing is injected.",
        HelpName = "NS",
        DefaultValueFactory = _ => InjectionOptions.Default.OwnNamespace,
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
        foreach (Option option in (Option[])[_files, _templates, _old, _namespaceLabels, _kubeVersion, _prefix, _namespace, _excluded, _missing])
        {
            command.Options.Add(option);
        }

        Choice.Among(_missing, Allow, Deny);
        _kubeVersion.Validators.Add(Check(VersionProblem));
        _namespaceLabels.Validators.Add(result => Report(result, Split(result.GetValueOrDefault<string[]>()).Select(LabelProblem)));
    }

    public InjectSettings Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(_files),
        parsed.GetValue(_templates),
        parsed.GetValue(_old),
        Labels(parsed),
        new InjectionOptions
        {
            Annotations = AnnotationPrefix.Read(parsed, _prefix),
            OwnNamespace = parsed.GetRequiredValue(_namespace),
            ExcludedNamespaces = parsed.GetResult(_excluded) == null
                ? InjectionOptions.Default.ExcludedNamespaces
                : Split(parsed.GetValue(_excluded)).ToHashSet(StringComparer.Ordinal),
            KubeVersion = parsed.GetValue(_kubeVersion) is { } version && KubeVersion.TryParse(version, out KubeVersion kube) ? kube : null,
            DenyMissingTemplate = parsed.GetValue(_missing) == Deny,
        });

    private Dictionary<string, string> Labels(ParseResult parsed) =>
        Split(parsed.GetValue(_namespaceLabels)).Select(label => label.Split('=', 2))
            .GroupBy(pair => pair[0], StringComparer.Ordinal)
            .ToDictionary(pairs => pairs.Key, pairs => pairs.Last()[1], StringComparer.Ordinal);

    private static IEnumerable<string> Split(IEnumerable<string>? values) =>
        (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static Action<OptionResult> Check(Func<string, string?> problem) =>
        result => Report(result, [result.GetValueOrDefault<string?>() is { } value ? problem(value) : null]);

    private static void Report(OptionResult result, IEnumerable<string?> problems)
    {
        foreach (string problem in problems.OfType<string>())
        {
            result.AddError($"{result.Option.Name}: {problem}");
        }
    }

    private static string? VersionProblem(string version) =>
        KubeVersion.TryParse(version, out _) ? null : $"'{version}' is no version such as 1.29";

    private static string? LabelProblem(string label)
    {
        string[] pair = label.Split('=', 2);
        return pair.Length < 2 ? $"'{label}' is no label such as team=web"
            : QualifiedName.Problems(pair[0]).Concat(LabelValue.Problems(pair[1])).FirstOrDefault() is { } problem ? $"'{label}': {problem}"
            : null;
    }
}
