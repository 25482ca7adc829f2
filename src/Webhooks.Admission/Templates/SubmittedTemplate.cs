using System.Text;
using Webhooks.Admission.PodSecurity;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Admission.Templates;

/// <summary>A ConfigMap that holds a template, as somebody submits it: read by the reader of the loader, so that both say the same.</summary>
/// <param name="Causes">What is wrong, by field of the ConfigMap; lines and columns are those of the config's text. Empty: it is valid.</param>
/// <param name="Warnings">What a valid one would add to pods that the Pod Security level baseline forbids.</param>
internal sealed record SubmittedTemplate(IReadOnlyList<StatusCause> Causes, IReadOnlyList<string> Warnings)
{
    private const string Config = "data.config";

    /// <summary>Reads a ConfigMap.</summary>
    /// <param name="configMap">The ConfigMap.</param>
    /// <param name="name">The template's name.</param>
    /// <param name="annotationPrefix">The prefix under which templates bring no annotations.</param>
    public static SubmittedTemplate Read(JsonValue configMap, string name, string annotationPrefix)
    {
        List<StatusCause> causes = [.. TemplateReader.NameProblems(name).Select(problem => new StatusCause(CauseReason.Invalid, problem, "metadata.name"))];
        if (TextOf(configMap, name, causes) is not { } text)
        {
            return new SubmittedTemplate(causes, []);
        }

        (_, IReadOnlyList<TemplateProblem> problems) = TemplateReader.ReadConfig(text, annotationPrefix, []);
        causes.AddRange(problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)
            .Select(problem => Invalid(problem.Line, problem.Column, problem.Message)));
        return new SubmittedTemplate(causes, causes.Count > 0 ? [] : [.. text.BreachesOf(PodSecurityLevel.Baseline).Select(breach => WarningOf(text, breach))]);
    }

    private static TemplateText? TextOf(JsonValue configMap, string name, List<StatusCause> causes)
    {
        JsonValue config = configMap["data"u8]["config"u8];
        if (config.AsString() is not { } text)
        {
            causes.Add(config.IsMissing
                ? FieldError.Required(Config, ConfigMapTemplate.Remedy(configMap))
                : new StatusCause(CauseReason.TypeInvalid, ConfigMapTemplate.NotText, Config));
            return null;
        }

        try
        {
            return TemplateText.OfDocument(name, Config, YamlReader.ReadSingle(Encoding.UTF8.GetBytes(text)));
        }
        catch (YamlFormatException failure)
        {
            causes.Add(Invalid(failure.Line, failure.Column, failure.Problem));
            return null;
        }
    }

    private static StatusCause Invalid(int line, int column, string message) =>
        new(CauseReason.Invalid, $"line {line}, column {column}: {message}", Config);

    private static string WarningOf(TemplateText text, PodSecurityFinding breach) =>
        $"line {text.At(breach.Place, "").Line}: Pod Security baseline forbids {breach.Message}";
}
