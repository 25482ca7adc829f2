using Webhooks.Admission.PodSecurity;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Admission.Templates;

/// <summary>The config of one template, read but not yet checked, and where its parts stand in the file.</summary>
internal sealed class TemplateText
{
    private readonly Func<YamlPosition, (int Line, int Column, string Note)> _place;

    private TemplateText(
        string name, string file, YamlDocument document, Func<YamlPosition, (int Line, int Column, string Note)> place)
    {
        Name = name;
        File = file;
        Document = document;
        _place = place;
        (Line, Column, _) = PlaceOf(document.Root);
    }

    public string Name { get; }

    public string File { get; }

    public YamlDocument Document { get; }

    public int Line { get; }

    public int Column { get; }

    /// <summary>A config that is a document of its own.</summary>
    public static TemplateText OfDocument(string name, string file, YamlDocument document) =>
        new(name, file, document, position => (position.Line, position.Column, ""));

    /// <summary>A config inside another document.</summary>
    /// <param name="name">The template's name.</param>
    /// <param name="file">The file.</param>
    /// <param name="config">The config, read by itself.</param>
    /// <param name="embedded">Translates its positions.</param>
    public static TemplateText OfConfig(string name, string file, YamlDocument config, EmbeddedText embedded) =>
        new(name, file, config, embedded.Place);

    public TemplateProblem At(JsonValue value, string message)
    {
        (int line, int column, string note) = PlaceOf(value);
        return Problem(line, column, message + note);
    }

    public TemplateProblem At(YamlPosition position, string message)
    {
        (int line, int column, string note) = _place(position);
        return Problem(line, column, message + note);
    }

    public TemplateProblem Problem(int line, int column, string message) => new(Name, File, line, column, message);

    /// <summary>What a valid template would add to a pod that breaks a level of the Pod Security Standards, as far as it alone decides.</summary>
    public IReadOnlyList<PodSecurityFinding> BreachesOf(PodSecurityLevel level)
    {
        JsonValue root = Document.Root;
        return PodSecurityCatalog.Evaluate(root, level, isWindows: root["injection"u8]["os"u8].TextEquals("windows"u8));
    }

    private (int Line, int Column, string Note) PlaceOf(JsonValue value) => _place(Document.PositionOf(value));
}
