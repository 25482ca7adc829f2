using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether fields that can be selected by are there and can be compared. Source: <c>ValidateCustomResourceSelectableFields</c>.</summary>
internal static class SelectableFieldChecks
{
    /// <summary>The most fields of a version.</summary>
    private const int Most = 8;

    /// <param name="fields"><c>selectableFields</c>.</param>
    /// <param name="json">The schema that stands where the fields stand; missing for none, also where it stands at the other of the two places.</param>
    /// <param name="without">What is said where there is none.</param>
    /// <param name="place">The path of the fields.</param>
    public static IEnumerable<StatusCause> Run(JsonValue fields, JsonValue json, string without, FieldPlace place)
    {
        if (fields.Count == 0)
        {
            yield break;
        }

        if (json.IsAbsent)
        {
            yield return FieldError.Invalid(place.ToString(), "", without);
            yield break;
        }

        (Schema schema, _) = SchemaReader.ReadCustomResource(json, "");
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((int index, JsonValue field) in fields.Items().Index())
        {
            string at = place.Item(index).Member("jsonPath").ToString();
            string path = field["jsonPath"u8].AsString() ?? "";
            if (path.Length == 0)
            {
                yield return FieldError.Required(at);
                continue;
            }

            (Schema? found, IReadOnlyList<string> names, string? problem) = SchemaFieldPath.Follow(path, schema, takesSubscripts: false);
            if (problem != null)
            {
                yield return FieldError.Invalid(at, path, $"is an invalid path: {problem}");
                continue;
            }

            if (names is ["metadata", ..])
            {
                yield return FieldError.Invalid(at, path, "must not point to fields in metadata");
            }

            if (found?.Type is not (SchemaType.String or SchemaType.Boolean or SchemaType.Integer))
            {
                yield return FieldError.Invalid(
                    at, path, "must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.");
            }

            if (!seen.Add(string.Join('.', names)))
            {
                yield return FieldError.Duplicate(at, path);
            }
        }

        if (seen.Count > Most)
        {
            yield return FieldError.TooMany(place.ToString(), seen.Count, Most);
        }
    }
}
