using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Webhooks.Admission.Users;
using Webhooks.Client.Objects;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Xunit;

namespace Webhooks.Tests.Users;

/// <summary>The record of the client is the schema: every property, its type and its default, no more and no less.</summary>
public sealed class UserRecordTests
{
    private static readonly Schema Root = UserDefinition.Schema.Schema;

    [Fact]
    public void Every_property_has_the_name_and_the_type_of_the_schema()
    {
        List<string> fields = [.. OfSchema(Root, "").Order(StringComparer.Ordinal)];
        Assert.Equal(fields, OfRecord(typeof(User), "").Order(StringComparer.Ordinal));
        Assert.Equal(16, fields.Count);
    }

    [Fact]
    public void What_is_left_out_reads_as_the_schema_fills_it_in()
    {
        JsonValue least = JsonTree.Parse("""{"spec":{"display_name":"A"},"status":{}}""").Root;
        User filled = Read(UserDefinition.Schema.Default(least));
        User unset = new();
        foreach ((string path, Schema schema) in Leaves(Root, ""))
        {
            object? value = ValueOf(filled, path);
            object? expected = path == ".spec.display_name" ? "A"
                : schema.Default.IsAbsent ? ValueOf(unset, path)
                : JsonSerializer.Deserialize(schema.Default.RawText, value!.GetType(), JsonSerializerOptions.Default);
            Assert.Equal((path, expected), (path, value));
        }
    }

    [Fact]
    public void What_the_schema_allows_is_read_and_written_as_it_was()
    {
        const string Json = """
            {"metadata":{"name":"alice"},
             "spec":{"display_name":"Alice","email":"a@example.com","role":"admin","subject":"oidc:alice","groups":["b","a"],"quota":{"cpu":"1.5","pods":"20"},"suspended":true,"deletionPolicy":"Orphan"},
             "status":{"namespace":"user-alice","observedGeneration":3,"conditions":[{"type":"Ready","status":"True","reason":"Settled","message":"All is there.","observedGeneration":3,"lastTransitionTime":"2026-11-20T14:01:34Z"}]}}
            """;
        JsonValue user = JsonTree.Parse(Json).Root;
        Assert.Empty(UserDefinition.Schema.Validate(user).Causes);
        JsonValue written = JsonTree.Parse(JsonSerializer.Serialize(Read(user), User.Json)).Root;
        Assert.True(JsonEquality.AreEqual(user["spec"u8], written["spec"u8]), written.ToString());
        Assert.True(JsonEquality.AreEqual(user["status"u8], written["status"u8]), written.ToString());
    }

    [Fact]
    public void The_resource_is_that_of_the_definition() =>
        Assert.Equal((UserDefinition.Users.Group, UserDefinition.Users.Resource, UserDefinition.Kind.Kind, false), (User.Resource.Group, User.Resource.Plural, User.Resource.Kind, User.Resource.IsNamespaced));

    private static User Read(JsonValue user) => JsonSerializer.Deserialize(user.RawText, User.Json)!;

    private static IEnumerable<string> OfSchema(Schema schema, string path) => schema.Properties
        .Where(property => path.Length > 0 || property.Name is "spec" or "status")
        .SelectMany(property => OfSchemaAt(property.Schema, $"{path}.{property.Name}"));

    private static IEnumerable<string> OfSchemaAt(Schema schema, string path) => schema switch
    {
        { Extensions.IsIntOrString: true } => [$"{path}: quantity"],
        { Type: SchemaType.Array } => OfSchemaAt(schema.Items!, path + "[]"),
        { AdditionalProperties.Schema: { } values } => OfSchemaAt(values, path + ".*"),
        { Type: SchemaType.Object } => OfSchema(schema, path),
        { Format: "date-time" } => [$"{path}: time"],
        { Type: SchemaType.Integer } => [$"{path}: integer {schema.Format}"],
        _ => [$"{path}: {schema.Type}"],
    };

    private static IEnumerable<string> OfRecord(Type type, string path) => InfoOf(type).Properties
        .Where(property => path.Length > 0 || property.Name is "spec" or "status")
        .SelectMany(property => OfRecordAt(property.PropertyType, $"{path}.{property.Name}"));

    private static IEnumerable<string> OfRecordAt(Type type, string path)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(string) ? [$"{path}: String"]
            : bare == typeof(bool) ? [$"{path}: Boolean"]
            : bare == typeof(long) ? [$"{path}: integer int64"]
            : bare == typeof(DateTimeOffset) ? [$"{path}: time"]
            : bare == typeof(StringMap) ? [$"{path}.*: quantity"]
            : bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(ImmutableArray<>) ? OfRecordAt(bare.GetGenericArguments()[0], path + "[]")
            : OfRecord(bare, path);
    }

    private static IEnumerable<(string Path, Schema Schema)> Leaves(Schema schema, string path) => schema.Properties
        .Where(property => path.Length > 0 || property.Name is "spec" or "status")
        .SelectMany(property => property.Schema is { Type: SchemaType.Object, AdditionalProperties: null }
            ? Leaves(property.Schema, $"{path}.{property.Name}")
            : [($"{path}.{property.Name}", property.Schema)]);

    private static object? ValueOf(User user, string path)
    {
        object? value = user;
        foreach (string name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            value = InfoOf(value!.GetType()).Properties.Single(property => property.Name == name).Get!(value);
        }

        return value;
    }

    private static JsonTypeInfo InfoOf(Type type) => User.Json.Options.GetTypeInfo(type);
}
