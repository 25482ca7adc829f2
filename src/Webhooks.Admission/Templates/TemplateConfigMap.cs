using System.Text;
using Webhooks.Resources.Yaml;

namespace Webhooks.Admission.Templates;

/// <summary>A ConfigMap that holds a template, as an API server has it; read by the reader of the files, so that both say the same.</summary>
/// <param name="Name">Its name, which ends with <see cref="TemplateLoader.Suffix"/>.</param>
/// <param name="Config">The text of the key <c>config</c>; <c>null</c> where there is none.</param>
/// <param name="OnlyKey">Where there is none, the one key that there is instead, which may be meant; else <c>null</c>.</param>
public sealed record TemplateConfigMap(string Name, string? Config, string? OnlyKey)
{
    /// <summary>Reads it: one template, or all that is wrong with it, by line and column of the config's text.</summary>
    /// <param name="annotationPrefix">The prefix under which templates bring no annotations.</param>
    public LoadedTemplates Read(string annotationPrefix)
    {
        string name = TemplateLoader.NameIn(Name) ?? throw new InvalidOperationException($"{Name} is no ConfigMap of a template");
        string place = $"configmap/{Name}";
        if (Config is null)
        {
            return Broken(name, new TemplateProblem(name, place, 1, 1, ConfigMapTemplate.Absent(name, ConfigMapTemplate.Remedy(OnlyKey, isBinary: false))));
        }

        try
        {
            TemplateText text = TemplateText.OfDocument(name, place, YamlReader.ReadSingle(Encoding.UTF8.GetBytes(Config)));
            (InjectionTemplate? template, IReadOnlyList<TemplateProblem> problems) = TemplateReader.Read(text, annotationPrefix);
            return template is null ? Broken(name, [.. problems]) : new LoadedTemplates(new TemplateSet([template], []), []);
        }
        catch (YamlFormatException failure)
        {
            return Broken(name, new TemplateProblem(name, place, failure.Line, failure.Column, $"data.config: {failure.Problem}"));
        }
    }

    private static LoadedTemplates Broken(string name, params TemplateProblem[] problems) =>
        new(new TemplateSet([], [name]), [.. problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)]);
}
