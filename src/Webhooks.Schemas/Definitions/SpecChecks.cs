using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Schemas.Definitions;

/// <summary>What is wrong with <c>spec</c> of a CustomResourceDefinition. Source: <c>validateCustomResourceDefinitionSpec</c>.</summary>
internal static class SpecChecks
{
    private const string NoSharedSchema = "may only be set when validations.schema is included";
    private const string NoOwnSchema = "may only be set when `version.schema.openAPIV3Schema` is not included";

    private static readonly string[] Scopes = ["Cluster", "Namespaced"];

    public static SchemaVerdict Run(Definition definition)
    {
        FieldPlace place = FieldPlace.Of("spec");
        List<StatusCause> causes =
        [
            .. Group(definition.Group, place.Member("group").ToString()),
            .. Scope(definition.Spec["scope"u8].AsString() ?? "", place.Member("scope").ToString()),
            .. Missing(definition, place),
            .. definition.Spec["preserveUnknownFields"u8].Kind == JsonKind.True ? PreservingUnknown(definition, place) : [],
            .. VersionChecks.Run(definition, place),
            .. NameChecks.Run(definition.Spec["names"u8], place.Member("names")),
            .. SubresourceChecks.Subresources(definition.Subresources, place.Member("subresources")),
            .. SubresourceChecks.Columns(definition.Columns, place.Member("additionalPrinterColumns")),
            .. ConversionChecks.Run(definition.Spec["conversion"u8], place.Member("conversion")),
        ];

        SchemaVerdict shared = SchemaChecks.Run(definition.Schema, definition.HasStatus, place.Member("validation"));
        causes.AddRange(shared.Causes);
        causes.AddRange(SelectableFieldChecks.Run(definition.SelectableFields, definition.Schema["openAPIV3Schema"u8], NoSharedSchema, place.Member("selectableFields")));
        bool isUndecided = shared.IsUndecided;
        foreach ((int index, DefinitionVersion version) in definition.Versions.Index())
        {
            FieldPlace own = place.Member("versions").Item(index);
            // Of versions with one name the first says it for all.
            DefinitionVersion first = definition.Versions.First(one => one.Name == version.Name);
            JsonValue subresources = first.Subresources.IsMissing ? definition.Subresources : first.Subresources;
            SchemaVerdict verdict = SchemaChecks.Run(version.Schema, Definition.HasStatusIn(subresources), own.Member("schema"));
            causes.AddRange(verdict.Causes);
            causes.AddRange(SelectableFieldChecks.Run(version.SelectableFields, version.Schema["openAPIV3Schema"u8], NoOwnSchema, own.Member("selectableFields")));
            isUndecided |= verdict.IsUndecided;
        }

        return new([.. causes], isUndecided);
    }

    private static IEnumerable<StatusCause> Group(string group, string place) =>
        group.Length == 0 ? [FieldError.Required(place)]
        : DnsSubdomain.Problems(group) is { Count: > 0 } problems ? [FieldError.Invalid(place, group, string.Join(',', problems))]
        : group.Contains('.', StringComparison.Ordinal) ? []
        : [FieldError.Invalid(place, group, "should be a domain with at least one dot")];

    private static IEnumerable<StatusCause> Scope(string scope, string place) =>
        scope.Length == 0 ? [FieldError.Required(place)]
        : Scopes.Contains(scope) ? []
        : [FieldError.NotSupported(place, scope, Scopes)];

    /// <summary>What does not go together with <c>preserveUnknownFields: true</c>, which is refused itself.</summary>
    private static IEnumerable<StatusCause> PreservingUnknown(Definition definition, FieldPlace place)
    {
        if (definition.Schemas.SelectMany(SchemaParts.All).Any(schema => !schema.Default.IsAbsent))
        {
            yield return FieldError.Invalid(place.Member("preserveUnknownFields").ToString(), true, "must be false in order to use defaults in the schema");
        }

        if (definition.Spec["conversion"u8] is { IsAbsent: false } conversion && conversion["strategy"u8].AsString() is not "None" and var strategy)
        {
            yield return FieldError.Invalid(
                place.Member("conversion").Member("strategy").ToString(), strategy ?? "", "must be None if spec.preserveUnknownFields is true");
        }
    }

    private static IEnumerable<StatusCause> Missing(Definition definition, FieldPlace place) =>
        from version in definition.Versions.Index()
        where version.Item.Json["schema"u8]["openAPIV3Schema"u8].IsAbsent
        select FieldError.Required(place.Member("versions").Item(version.Index).Member("schema").Member("openAPIV3Schema").ToString());
}
