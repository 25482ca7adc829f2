using System.Text;
using Webhooks.Admission.Templates.Rules;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Admission.Templates;

/// <summary>Takes the config out of a ConfigMap.</summary>
internal static class ConfigMapTemplate
{
    private const string Key = "config";

    /// <summary>What is wrong with a config that is no string.</summary>
    public const string NotText = $"must be a string; start it with `{Key}: |`";

    public static void Read(
        TemplateFile file, YamlDocument document, JsonValue configMap, string name, List<TemplateText> texts, List<TemplateProblem> problems)
    {
        JsonValue data = configMap["data"u8];
        JsonValue config = data["config"u8];
        if (config.AsString() is not { } text)
        {
            YamlPosition place = document.PositionOf(!config.IsMissing ? config : !data.IsMissing ? data : configMap);
            string message = config.IsMissing
                ? Absent(name, Remedy(configMap))
                : $"data.{Key}: {NotText}";
            problems.Add(new TemplateProblem(name, file.Path, place.Line, place.Column, message));
            return;
        }

        EmbeddedText embedded = EmbeddedText.In(file.Content.Span, document.PositionOf(config), text);
        try
        {
            texts.Add(TemplateText.OfConfig(name, file.Path, YamlReader.ReadSingle(Encoding.UTF8.GetBytes(text)), embedded));
        }
        catch (YamlFormatException failure)
        {
            (int line, int column, string note) = embedded.Place(new YamlPosition(failure.Line, failure.Column));
            problems.Add(new TemplateProblem(name, file.Path, line, column, $"data.{Key}: {failure.Problem}{note}"));
        }
    }

    /// <summary>What is wrong with a ConfigMap without a config.</summary>
    public static string Absent(string name, string remedy) => $"ConfigMap {name}{TemplateLoader.Suffix} has no data.{Key}; {remedy}";

    /// <summary>What to do about a ConfigMap without a config.</summary>
    public static string Remedy(JsonValue configMap) => Remedy(
        configMap["data"u8] is { Kind: JsonKind.Object, Count: 1 } data ? data.Members().First().Key : null,
        !configMap["binaryData"u8][Key].IsMissing);

    /// <summary>What to do about a ConfigMap without a config.</summary>
    /// <param name="onlyKey">The one key that it has instead.</param>
    /// <param name="isBinary">Whether the config is there as binary data.</param>
    /// <remarks>A file's name becomes the key of <c>kubectl create configmap --from-file</c>, extension and all; what is not UTF-8 becomes binary data.</remarks>
    public static string Remedy(string? onlyKey, bool isBinary) => onlyKey != null
        ? $"rename {Shortened.Of(onlyKey)} to {Key}"
        : isBinary ? $"binaryData.{Key} is not read, save the template as UTF-8" : "put the template there";
}
