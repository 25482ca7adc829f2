using System.Security.Cryptography;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates.Rules;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Names;
using Webhooks.Resources.Yaml;

namespace Webhooks.Admission.Templates;

/// <summary>Checks a config and makes a template of it, or says all that is wrong with it.</summary>
internal static class TemplateReader
{
    private const int HashDigits = 16;
    private const string InjectionField = "injection";

    /// <summary>What a config may hold.</summary>
    private static readonly Shape Config = Shape.Object(
        [.. PodShapes.Brought.Select(name => (name, PodShapes.PodSpec.Fields[name])), ("metadata", PodShapes.Metadata)]);

    public static (InjectionTemplate? Template, IReadOnlyList<TemplateProblem> Problems) Read(TemplateText text, string annotationPrefix)
    {
        List<TemplateProblem> problems = [];
        JsonValue root = text.Document.Root;
        foreach (YamlDuplicate duplicate in text.Document.Duplicates)
        {
            problems.Add(text.At(duplicate.Position, $"{duplicate.Path}: stands twice; remove one"));
        }

        foreach (string problem in NameProblems(text.Name))
        {
            problems.Add(text.At(root, problem));
        }

        if (root.Kind != JsonKind.Object)
        {
            problems.Add(text.At(root, root.Kind == JsonKind.Array
                ? "the template is a bare list; put it under `containers:`"
                : "the template must be a mapping of PodSpec fields, such as `containers:`"));
            return (null, problems);
        }

        InjectionBlock injection = new() { IsDefault = ReadInjection(text, root[InjectionField], problems) };
        Findings findings = new(text, problems);
        CheckFields(root, findings);
        TemplateRules.Check(root, annotationPrefix, findings);
        return problems.Count > 0 ? (null, problems) : (Make(text.Name, root, injection), problems);
    }

    private static IEnumerable<string> NameProblems(string name)
    {
        if (AnnotationNames.IsReserved(name))
        {
            return [$"the name {name} is reserved; rename the template"];
        }

        return QualifiedName.Problems(name).Concat(DnsSubdomain.Problems(name)).Select(problem => $"the template's name {GoString.Quote(name)}: {problem}");
    }

    private static void CheckFields(JsonValue root, Findings findings)
    {
        ShapeCheck check = new(findings);
        foreach ((string name, Field key, Field value) in Field.Root(root).Members())
        {
            if (Config.Fields.TryGetValue(name, out Shape? shape))
            {
                check.Check(value, shape);
            }
            else if (name != InjectionField)
            {
                findings.Malformed(
                    key,
                    $"not supported yet; a template brings {string.Join(", ", Config.Fields.Keys.Order(StringComparer.Ordinal))}{NearestName.Hint(name, Config.Fields.Keys)}");
            }
        }
    }

    private static bool ReadInjection(TemplateText text, JsonValue injection, List<TemplateProblem> problems)
    {
        if (injection.IsAbsent)
        {
            return false;
        }

        if (injection.Kind != JsonKind.Object)
        {
            problems.Add(text.At(injection, $"{InjectionField}: must be an object"));
            return false;
        }

        JsonCursor fields = new(injection);
        while (fields.MoveNext())
        {
            if (!fields.NameValue.TextEquals("default"u8))
            {
                problems.Add(text.At(fields.NameValue, $"{InjectionField}.{fields.Name}: not supported yet; only {InjectionField}.default is"));
            }
            else if (fields.Value.Kind is not (JsonKind.True or JsonKind.False or JsonKind.Null))
            {
                problems.Add(text.At(fields.Value, $"{InjectionField}.default: must be true or false"));
            }
        }

        return injection["default"u8].Kind == JsonKind.True;
    }

    private static InjectionTemplate Make(string name, JsonValue root, InjectionBlock injection)
    {
        using PooledBuffer buffer = new();
        CanonicalJson.Write(root, Config, new JsonWriter(buffer));
        string hash = Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan))[..HashDigits];
        return new InjectionTemplate(name, hash, injection, WithoutNulls.Of(root));
    }
}
