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
        StatusCause[] refused = [.. Refused(problems)];
        List<StatusCause> causes = [.. hasStatus ? BesideStatus(schema, at) : []];
        if (schema.IsNullable)
        {
            causes.Add(FieldError.Forbidden(at.Member("nullable").ToString(), "nullable cannot be true at the root"));
        }

        bool isUndecided = false;
        bool isSound = false;
        if (StructuralPatterns.CanBeStructural(schema))
        {
            StructuralChecks structure = StructuralChecks.Run(schema, at);
            causes.AddRange(structure.Causes);
            if (structure.Causes.Count == 0)
            {
                DefaultChecks defaults = DefaultChecks.Run(schema, at);
                causes.AddRange(defaults.Causes);
                isUndecided |= defaults.IsUndecided;
                isSound = defaults.Causes.Count == 0;
            }
        }

        OpenApiChecks members = OpenApiChecks.Run(schema, refused, isSound, at);
        causes.AddRange(refused);
        causes.AddRange(members.Causes);
        if (causes.Count == 0)
        {
            causes.AddRange(problems.Where(IsAboutDialect).Select(problem => problem.Cause).Take(1));
        }

        return new([.. causes], isUndecided || members.IsUndecided);
    }

    /// <summary>What of the reader's problems the server refuses wherever it stands.</summary>
    public static IEnumerable<StatusCause> Refused(IEnumerable<SchemaProblem> problems) =>
        problems.Where(problem => problem.Kind == SchemaProblemKind.Refused && !IsAboutDialect(problem)).Select(problem => problem.Cause);

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

            if (!AllowedBesideStatus.Contains(name))
            {
                yield return FieldError.Invalid(
                    place.ToString(),
                    BadValue.Json(InternalText.Of(schema)),
                    $"only [{string.Join(' ', AllowedBesideStatus)}] fields are allowed at the root of the schema if the status subresource is enabled");
                yield break;
            }
        }
    }

    /// <summary>The server says it of <c>$schema</c> only where there is nothing else to say.</summary>
    private static bool IsAboutDialect(SchemaProblem problem) =>
        problem.Kind == SchemaProblemKind.Refused && problem.Cause.Message.EndsWith("'schema' is not supported", StringComparison.Ordinal);
}
