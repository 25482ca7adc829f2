using System.CommandLine;
using Webhooks.Admission.Injection;
using Webhooks.Resources.Names;
using Webhooks.Server.Injecting;

namespace Webhooks.Server.CommandLine;

/// <summary>The options that the offline commands of injection share.</summary>
internal sealed class InjectionOptionSet
{
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

    private readonly InjectionFlags _flags = new(() => InjectionOptions.Default.OwnNamespace, InjectionOptions.Default.OwnNamespace);

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_files, _templates, _old, _namespaceLabels])
        {
            command.Options.Add(option);
        }

        _flags.AddTo(command);
        _namespaceLabels.Validators.Add(result =>
        {
            foreach (string problem in CommaList.Split(result.GetValueOrDefault<string[]>()).Select(LabelProblem).OfType<string>())
            {
                result.AddError($"{result.Option.Name}: {problem}");
            }
        });
    }

    public InjectSettings Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(_files),
        parsed.GetValue(_templates),
        parsed.GetValue(_old),
        Labels(parsed),
        _flags.Read(parsed));

    private Dictionary<string, string> Labels(ParseResult parsed) =>
        CommaList.Split(parsed.GetValue(_namespaceLabels)).Select(label => label.Split('=', 2))
            .GroupBy(pair => pair[0], StringComparer.Ordinal)
            .ToDictionary(pairs => pairs.Key, pairs => pairs.Last()[1], StringComparer.Ordinal);

    private static string? LabelProblem(string label)
    {
        string[] pair = label.Split('=', 2);
        return pair.Length < 2 ? $"'{label}' is no label such as team=web"
            : QualifiedName.Problems(pair[0]).Concat(LabelValue.Problems(pair[1])).FirstOrDefault() is { } problem ? $"'{label}': {problem}"
            : null;
    }
}
