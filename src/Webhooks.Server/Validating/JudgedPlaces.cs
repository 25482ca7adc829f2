using System.Text.RegularExpressions;
using Webhooks.Resources.Api;
using Webhooks.Resources.Yaml;

namespace Webhooks.Server.Validating;

/// <summary>Where in a file the things stand that an API server has something against.</summary>
internal static partial class JudgedPlaces
{
    private const string NoField = "<nil>";

    // A definition of one version is told of its schema by a path that its JSON doesn't have.
    private const string OneVersion = "spec.validation.";
    private const string FirstVersion = "spec.versions[0].schema.";

    /// <summary>Where a cause is about. Some name no field, but have its path in their text.</summary>
    public static YamlPosition Of(SourceObject source, StatusCause cause)
    {
        string field = cause.Field == NoField && Named().Match(cause.Message) is { Success: true } named
            ? named.Groups["path"].Value
            : cause.Field;
        return source.PositionOf(field == NoField ? "" : field.StartsWith(OneVersion, StringComparison.Ordinal) ? FirstVersion + field[OneVersion.Length..] : field);
    }

    /// <summary>
    /// Where a text is about that names a field: <c>unknown field "spec.x"</c>, the first of several; <c>metadata.finalizers: …</c>;
    /// what Go could not decode; else the object.
    /// </summary>
    public static YamlPosition Of(SourceObject source, string text)
    {
        if (Field().Match(text) is not { Success: true } named)
        {
            return source.PositionOf(WholeMetadata().IsMatch(text) ? "metadata" : "");
        }

        string field = named.Groups["path"].Value;
        return source.PositionOf(named.Groups["type"].Value == "ObjectMeta" && !field.StartsWith("metadata.", StringComparison.Ordinal) ? $"metadata.{field}" : field);
    }

    /// <summary>Where a refusal is about: its first cause, or what its text names.</summary>
    public static YamlPosition Of(SourceObject source, Status refusal) =>
        refusal.Details?.Causes is [var first, ..] ? Of(source, first) : Of(source, refusal.Message);

    /// <summary><c>"spec.v" must validate one and only one schema</c>, <c>… must be of type integer (default format) in spec.v</c>.</summary>
    [GeneratedRegex("""^Invalid value: "": (?:"(?<path>[^"]+)" must |.* (?:\(default format\)|with format \S+) in (?<path>.+)$)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Named();

    [GeneratedRegex("""(?:unknown|duplicate) field "(?<path>[^"]*)|Go struct field (?<type>\w+)\.(?<path>\S+) of type |^(?<path>metadata\.[^ :]+): """, RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Field();

    [GeneratedRegex(@"into Go value of type v1\.ObjectMeta$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WholeMetadata();
}
