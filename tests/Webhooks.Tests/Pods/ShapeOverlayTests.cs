using Webhooks.Admission.Pods;
using Webhooks.Resources.OpenApi;
using Xunit;

namespace Webhooks.Tests.Pods;

/// <summary>The overlay speaks of fields that the schema has, and says nothing that the schema says already.</summary>
public class ShapeOverlayTests
{
    private static readonly SchemaSet Schemas = PodSchema.Read();
    private static readonly Dictionary<string, Schema> Types = Schemas.Schemas.ToDictionary(one => one.Key[(one.Key.LastIndexOf('.') + 1)..], one => one.Value);
    private static readonly Dictionary<string, Schema> Fields = Types
        .SelectMany(type => type.Value.Properties.Select(property => ($"{type.Key}.{property.Name}", property.Schema)))
        .ToDictionary();

    [Fact]
    public void Pointers_are_to_scalars() => Assert.All(ShapeOverlay.Pointers, field => Assert.True(IsScalar(Fields[field]), field));

    /// <summary>A schema states the zero values of fields that are no pointers.</summary>
    [Fact]
    public void Defaults_are_not_in_the_schema() =>
        Assert.All(ShapeOverlay.Defaults, one => Assert.True(Fields[one.Key].Default.ToString() is "" or "\"\"" or "0" or "false", one.Key));

    [Fact]
    public void Derived_values_are_of_fields() => Assert.All(ShapeOverlay.Derived.Keys, field => Assert.Equal(SchemaType.String, Fields[field].Type));

    [Fact]
    public void Atoms_are_types_or_fields_that_the_schema_takes_apart() =>
        Assert.All(ShapeOverlay.Atoms, name => Assert.Null((Fields.GetValueOrDefault(name) ?? Types[name]).Extensions.MapType));

    [Fact]
    public void Unions_are_atomic_lists() => Assert.All(ShapeOverlay.Unions, field => Assert.Equal("atomic", Fields[field].Extensions.ListType));

    [Fact]
    public void Merged_maps_are_atomic_maps() => Assert.All(ShapeOverlay.MergedMaps, field => Assert.Equal("atomic", Fields[field].Extensions.MapType));

    [Fact]
    public void Default_sources_are_members_of_types() =>
        Assert.All(ShapeOverlay.DefaultSources, one => Assert.NotNull(Types[one.Key].Properties[one.Value]));

    [Fact]
    public void Restricted_fields_have_the_members_that_remain() =>
        Assert.All(ShapeOverlay.Restricted, one => Assert.All(one.Value, member => Assert.NotNull(Fields[one.Key].Properties[member])));

    private static bool IsScalar(Schema schema) =>
        schema.Type is SchemaType.String or SchemaType.Boolean or SchemaType.Integer || schema.OneOf.Count > 0;
}
