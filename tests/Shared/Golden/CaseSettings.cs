using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;

namespace Webhooks.Shared.Golden;

/// <summary>What a case's options mean, read here a second time: the library is entered without the command line.</summary>
internal sealed class CaseSettings
{
    private CaseSettings(GoldenCase one)
    {
        foreach ((string name, string value) in one.Options.Select(Split))
        {
            Options = name switch
            {
                "--annotation-prefix" => Options with { Annotations = new AnnotationNames(value.TrimEnd('/') + "/") },
                "--namespace" => Options with { OwnNamespace = value },
                "--excluded-namespaces" => Options with { ExcludedNamespaces = value.Split(',').ToHashSet() },
                "--kube-version" => Options with { KubeVersion = KubeVersion.TryParse(value, out KubeVersion version) ? version : null },
                "--missing-template" => Options with { DenyMissingTemplate = value == "deny" },
                _ => Options,
            };
            NamespaceOptsIn |= name == "--namespace-labels" && value.Split(',').Contains($"{Options.Annotations.Injection}=enabled");
        }

        Loaded = TemplateLoader.Load(CaseFiles.In(one, one.Templates), Options.Annotations.Prefix);
    }

    public InjectionOptions Options { get; } = InjectionOptions.Default;

    public bool NamespaceOptsIn { get; }

    public LoadedTemplates Loaded { get; }

    public static CaseSettings Of(GoldenCase one) => new(one);

    private static (string Name, string Value) Split(string option) =>
        option.Split('=', 2) is [var name, var value] ? (name, value) : (option, "");
}
