using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether a schema can be that of a custom resource. Source: <c>validateCustomResourceDefinitionValidation</c>.</summary>
internal static class SchemaChecks
{
    /// <summary>What may stand at the root of a schema whose <c>status</c> is checked by itself, under the names of the Go type.</summary>
    private static readonly string[] AllowedBesideStatus =
    [
        "Description", "Type", "Format", "Title", "Maximum", "ExclusiveMaximum", "Minimum", "ExclusiveMinimum", "MaxLength", "MinLength", "Pattern",
        "MaxItems", "MinItems", "UniqueItems", "MultipleOf", "Required", "Items", "Properties", "ExternalDocs", "Example", "XPreserveUnknownFields", "XValidations",
    ];

    /// <summary>Keywords that a structural schema can't be made of; the reader of schemas reports them.</summary>
    private static readonly string[] NotStructural = ["$ref", "$schema", "id", "additionalItems", "patternProperties", "definitions", "dependencies"];

    /// <summary>What is wrong with a schema.</summary>
    /// <param name="wrapped">What stands in <c>schema</c> of a version; missing for none.</param>
    /// <param name="hasStatus">Whether there is a status subresource.</param>
    /// <param name="place">The path of what is wrapped: <c>spec.validation</c>.</param>
    public static SchemaVerdict Run(JsonValue wrapped, bool hasStatus, FieldPlace place)
    {
        JsonValue json = wrapped["openAPIV3Schema"u8];
        if (json.IsAbsent)
        {
            return new([], false);
        }

        FieldPlace at = place.Member("openAPIV3Schema");
        (Schema schema, IReadOnlyList<SchemaProblem> problems) = SchemaReader.ReadCustomResource(json, at.ToString(), keepsSource: true);
        StatusCause[] refused = [.. problems.Where(problem => problem.Kind == SchemaProblemKind.Refused && !IsAboutDialect(problem)).Select(problem => problem.Cause)];
        List<StatusCause> causes = [.. hasStatus ? BesideStatus(schema, at) : []];
        if (schema.IsNullable)
        {
            causes.Add(FieldError.Forbidden(at.Member("nullable").ToString(), "nullable cannot be true at the root"));
        }

        bool isUndecided = false;
        if (!problems.Any(IsNotStructural))
        {
            StructuralChecks structure = StructuralChecks.Run(schema, at);
            causes.AddRange(structure.Causes);
            isUndecided = structure.IsUndecided;
            if (structure.Causes.Count == 0)
            {
                DefaultChecks defaults = DefaultChecks.Run(schema, at);
                causes.AddRange(defaults.Causes);
                isUndecided |= defaults.IsUndecided;
            }
        }

        causes.AddRange(refused);
        causes.AddRange(OpenApiChecks.Run(schema, at));
        if (causes.Count == 0)
        {
            causes.AddRange(problems.Where(IsAboutDialect).Select(problem => problem.Cause).Take(1));
        }

        bool hasRules = !new SchemaReach(schema, one => one.Extensions.Validations.Count > 0).IsEmpty;
        return new([.. causes], isUndecided || (hasRules && causes.Count == 0));
    }

    private static IEnumerable<StatusCause> BesideStatus(Schema schema, FieldPlace place)
    {
        foreach ((string name, JsonValue value) in InternalText.MembersOf(schema))
        {
            if (name == "Type" && schema.Type != SchemaType.Object && value.AsString() is { Length: > 0 } type)
            {
                yield return FieldError.Invalid(
                    place.Member("type").ToString(), type, "only \"object\" is allowed as the type at the root of the schema if the status subresource is enabled");
                yield break;
            }

            if (!AllowedBesideStatus.Contains(name) && !(value.Kind == JsonKind.False && name != "AdditionalProperties") && !(value.Kind == JsonKind.String && value.GetString().Length == 0))
            {
                yield return FieldError.Invalid(
                    place.ToString(),
                    BadValue.Json(InternalText.Of(schema)),
                    $"only [{string.Join(' ', AllowedBesideStatus)}] fields are allowed at the root of the schema if the status subresource is enabled");
                yield break;
            }
        }
    }

    private static bool IsNotStructural(SchemaProblem problem) =>
        problem.Kind == SchemaProblemKind.Refused
        && (IsAboutDialect(problem)
            || NotStructural.Any(keyword => problem.Cause.Field.EndsWith($".{keyword}", StringComparison.Ordinal))
            || problem.Cause.Message.EndsWith("items must be a schema object and not an array", StringComparison.Ordinal));

    /// <summary>The server says it of <c>$schema</c> only where there is nothing else to say.</summary>
    private static bool IsAboutDialect(SchemaProblem problem) =>
        problem.Kind == SchemaProblemKind.Refused && problem.Cause.Message.EndsWith("'schema' is not supported", StringComparison.Ordinal);
}
