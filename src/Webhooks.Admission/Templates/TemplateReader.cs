using System.Security.Cryptography;
using System.Text;
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

    /// <summary>What a config may hold, the injection block aside.</summary>
    private static readonly Shape Config = Shape.Object(
        [.. PodShapes.Brought.Select(name => (name, Brought(name))), ("metadata", PodShapes.Metadata)]);

    private static readonly string[] Known = [.. PodShapes.Brought, "metadata", InjectionReader.Name];

    /// <summary>Checks the template's name and its config.</summary>
    public static (InjectionTemplate? Template, IReadOnlyList<TemplateProblem> Problems) Read(TemplateText text, string annotationPrefix) =>
        ReadConfig(text, annotationPrefix, [.. NameProblems(text.Name).Select(problem => text.At(text.Document.Root, problem))]);

    /// <summary>Checks the config alone.</summary>
    /// <param name="text">The config.</param>
    /// <param name="annotationPrefix">The prefix under which templates bring no annotations.</param>
    /// <param name="problems">What is known to be wrong already; what is found is added. Where anything is, there is no template.</param>
    public static (InjectionTemplate? Template, IReadOnlyList<TemplateProblem> Problems) ReadConfig(
        TemplateText text, string annotationPrefix, List<TemplateProblem> problems)
    {
        JsonValue root = text.Document.Root;
        foreach (YamlDuplicate duplicate in text.Document.Duplicates)
        {
            problems.Add(text.At(duplicate.Position, $"{duplicate.Path}: stands twice; remove one"));
        }

        if (root.Kind != JsonKind.Object)
        {
            problems.Add(text.At(root, root.Kind == JsonKind.Array
                ? "the template is a bare list; put it under `containers:`"
                : "the template must be a mapping of PodSpec fields, such as `containers:`"));
            return (null, problems);
        }

        Findings findings = new(text, problems);
        InjectionBlock injection = InjectionReader.Read(Field.Root(root)[InjectionReader.Name], findings);
        CheckFields(root, findings);
        TemplateRules.Check(root, injection, annotationPrefix, findings);
        return problems.Count > 0 ? (null, problems) : (Make(text.Name, root, injection), problems);
    }

    /// <summary>Why no template can have that name: annotations could not ask for it.</summary>
    public static IEnumerable<string> NameProblems(string name)
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
            else if (name != InjectionReader.Name)
            {
                findings.Malformed(key, RefusedFields.Find(name) is { } refused
                    ? $"no template brings it: {refused.Why}; {refused.Remedy}"
                    : "unknown field" + Suggestion(name));
            }
        }
    }

    private static string Suggestion(string name)
    {
        if (name == "spec")
        {
            return "; a template is what stands in a spec, move its fields to the left";
        }

        string hint = NearestName.Hint(name, Known);
        return hint.Length > 0 ? hint : $"; a template takes {string.Join(", ", Known)}";
    }

    /// <summary>What a template says about a field: nothing where the field is absent, whatever the API server makes of that.</summary>
    private static Shape Brought(string name) => PodShapes.PodSpec.Fields[name] with { Default = default };

    private static InjectionTemplate Make(string name, JsonValue root, InjectionBlock injection)
    {
        JsonValue content = WithoutNulls.Of(root, except: InjectionReader.Name);
        return new InjectionTemplate(name, Hash(content, injection), injection, content);
    }

    /// <summary>
    /// Of what ends up in pods: the content and, of the injection block, where its containers go. Who may use the
    /// template, and what becomes of it in pods that it does not fit, changes nothing in the pods that have it.
    /// </summary>
    private static string Hash(JsonValue content, InjectionBlock injection)
    {
        using PooledBuffer buffer = new();
        CanonicalJson.Write(content, Config, new JsonWriter(buffer));
        byte[] place = injection is { Native: NativeMode.Auto, Position: InitPosition.Last }
            ? []
            : Encoding.UTF8.GetBytes($"{injection.Native} {injection.Position}");
        return Convert.ToHexStringLower(SHA256.HashData([.. buffer.WrittenSpan, .. place]))[..HashDigits];
    }
}
