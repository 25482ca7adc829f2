using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Admission.Templates;

/// <summary>
/// Reads templates from files: ConfigMaps named <c>&lt;template&gt;-initializer</c>, in Lists too, or bare configs
/// in a file named <c>&lt;template&gt;.yaml</c>. Objects of other kinds are passed over.
/// </summary>
public static class TemplateLoader
{
    /// <summary>What ConfigMaps that hold templates end with.</summary>
    public const string Suffix = "-initializer";

    /// <summary>Reads all files and collects all problems; a broken template does not keep the others out.</summary>
    /// <param name="files">The files; the namespace of their ConfigMaps is disregarded.</param>
    /// <param name="annotationPrefix">The prefix under which templates bring no annotations.</param>
    public static LoadedTemplates Load(IEnumerable<TemplateFile> files, string annotationPrefix)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Load(files, annotationPrefix, trace: null);
    }

    /// <summary>Reads as the other does, and notes what it came across on the way.</summary>
    internal static LoadedTemplates Load(IEnumerable<TemplateFile> files, string annotationPrefix, LoadTrace? trace)
    {
        List<TemplateProblem> problems = [];
        Dictionary<string, TemplateText> texts = new(StringComparer.Ordinal);
        foreach (TemplateText text in files.SelectMany(file => Texts(file, problems, trace)))
        {
            if (!texts.TryAdd(text.Name, text))
            {
                TemplateText first = texts[text.Name];
                problems.Add(text.Problem(text.Line, text.Column, $"template {text.Name} stands in {first.File}:{first.Line} too; remove one"));
            }
        }

        List<InjectionTemplate> valid = [];
        foreach (TemplateText text in texts.Values.OrderBy(text => text.Name, StringComparer.Ordinal))
        {
            (InjectionTemplate? template, IReadOnlyList<TemplateProblem> found) = TemplateReader.Read(text, annotationPrefix);
            problems.AddRange(found);
            if (template != null)
            {
                valid.Add(template);
            }
        }

        HashSet<string> broken = [.. problems.Select(problem => problem.Template).OfType<string>()];
        valid.RemoveAll(template => broken.Contains(template.Name));
        trace?.Valid.AddRange(valid.Select(template => texts[template.Name]));
        IEnumerable<TemplateProblem> sorted = problems
            .OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column);
        return new LoadedTemplates(new TemplateSet(valid, broken), [.. sorted]);
    }

    /// <summary>The name of the template that a ConfigMap of that name holds; <c>null</c> when it holds none.</summary>
    public static string? NameIn(string configMap)
    {
        ArgumentNullException.ThrowIfNull(configMap);
        return configMap.Length > Suffix.Length && configMap.EndsWith(Suffix, StringComparison.Ordinal) ? configMap[..^Suffix.Length] : null;
    }

    private static List<TemplateText> Texts(TemplateFile file, List<TemplateProblem> problems, LoadTrace? trace)
    {
        List<TemplateText> texts = [];
        try
        {
            YamlSection[] sections = [.. YamlStream.Split(file.Content).Where(section => section.Form != YamlForm.Empty)];
            foreach (YamlSection section in sections)
            {
                AddTexts(file, section, isOnly: sections.Length == 1, texts, problems, trace);
            }
        }
        catch (YamlFormatException failure)
        {
            problems.Add(new TemplateProblem(BareName(file), file.Path, failure.Line, failure.Column, failure.Problem) { IsUnreadable = true });
        }

        return texts;
    }

    /// <summary>A document that can't be read does not keep out the others of its file; alone it may be a bare template.</summary>
    private static void AddTexts(
        TemplateFile file, YamlSection section, bool isOnly, List<TemplateText> texts, List<TemplateProblem> problems, LoadTrace? trace)
    {
        try
        {
            YamlDocument document = YamlReader.Read(file.Content, section);
            trace?.Documents.Add((file, document));
            AddTexts(file, document, document.Root, texts, problems, trace);
        }
        catch (YamlFormatException failure)
        {
            problems.Add(new TemplateProblem(isOnly ? BareName(file) : null, file.Path, failure.Line, failure.Column, failure.Problem) { IsUnreadable = true });
        }
    }

    private static void AddTexts(
        TemplateFile file, YamlDocument document, JsonValue value, List<TemplateText> texts, List<TemplateProblem> problems, LoadTrace? trace)
    {
        switch (value["kind"u8].AsString())
        {
            case "List" or "ConfigMapList":
                foreach (JsonValue item in value["items"u8].Items())
                {
                    AddTexts(file, document, item, texts, problems, trace);
                }

                break;
            case "ConfigMap":
                if (NameIn(value["metadata"u8]["name"u8].AsString() ?? "") is { } name)
                {
                    trace?.Names.Add(name);
                    ConfigMapTemplate.Read(file, document, value, name, texts, problems);
                }

                break;
            case null when !IsKustomization(file):
                trace?.Names.Add(BareName(file));
                texts.Add(TemplateText.OfDocument(BareName(file), file.Path, document));
                break;
        }
    }

    private static string BareName(TemplateFile file) => Path.GetFileNameWithoutExtension(file.Path);

    private static bool IsKustomization(TemplateFile file) => BareName(file).Equals("kustomization", StringComparison.OrdinalIgnoreCase);
}
