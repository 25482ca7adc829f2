using Webhooks.Admission.Injection;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Admission.Linting;

/// <summary>Collects what people should know about one document.</summary>
internal sealed class DocumentFindings(string file, YamlDocument document, List<LintFinding> findings)
{
    private const int MostCharacters = 1000;

    public void Warn(JsonValue place, string check, string message, string? template = null)
    {
        YamlPosition position = document.PositionOf(place);
        findings.Add(new LintFinding(
            file, position.Line, position.Column, LintSeverity.Warning, check, Level: null, template, OneLine(message)));
    }

    /// <summary>What messages quote was written by strangers: nothing in it breaks the line or moves a cursor.</summary>
    private static string OneLine(string message) => Warning.Shorten(message, MostCharacters);
}
