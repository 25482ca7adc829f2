using Webhooks.Resources.Api;
using Webhooks.Resources.OpenApi;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Protobuf;
using Xunit;

namespace Webhooks.Tests.Sandbox.Protobuf;

public class ProtoMessagesTests
{
    [Fact]
    public void Each_kind_that_can_be_sent_has_a_message()
    {
        IEnumerable<GroupVersionKind> kinds = BuiltInKinds.All
            .SelectMany(resource => resource.Subresources.Select(subresource => subresource.Kind).Append(resource.Gvk))
            .Append(new GroupVersionKind("", "v1", "DeleteOptions"));
        Assert.All(kinds, kind => Assert.NotNull(ProtoMessages.Find(kind)));
    }

    [Fact]
    public void Each_message_that_a_field_holds_is_there()
    {
        const string Suffix = ".messages.txt";
        IEnumerable<ProtoField> fields = typeof(ProtoMessages).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[..^Suffix.Length].Replace('_', '/'))
            .SelectMany(package => ProtoMessages.Of(package).Values)
            .SelectMany(message => message.Fields);
        int count = 0;
        foreach (ProtoField field in fields)
        {
            count++;
            Assert.False(field.Shape == ProtoShape.Message && field.Message.Name.Length == 0);
        }

        Assert.True(count > 2_000, $"{count} fields");
    }

    [Fact]
    public void Messages_have_the_members_that_the_schemas_publish()
    {
        List<string> differences = [];
        HashSet<(string Schema, string Message)> seen = [];
        foreach (ApiResource resource in BuiltInKinds.All.Where(resource => resource.Schema != null))
        {
            Compare(resource.Schema!, ProtoMessages.Find(resource.Gvk)!, seen, differences);
        }

        Assert.Empty(differences);
        Assert.True(seen.Count > 300, $"{seen.Count} messages");
    }

    private static void Compare(Schema schema, ProtoMessage message, HashSet<(string Schema, string Message)> seen, List<string> differences)
    {
        if (message.Form != ProtoForm.Object || schema.Properties.Count == 0 || !seen.Add((schema.Name ?? message.Name, message.Name)))
        {
            return;
        }

        Dictionary<string, ProtoField> fields = Members(message).ToDictionary(field => field.Name, StringComparer.Ordinal);
        string[] published = [.. schema.Properties.Select(property => property.Name)];
        bool isObject = published.Contains("kind") && published.Contains("apiVersion") && !fields.ContainsKey("kind");
        differences.AddRange(fields.Keys.Except(published).Select(name => $"{message.Name}.{name} is not published"));
        differences.AddRange(published.Except(fields.Keys).Where(name => !isObject || name is not ("kind" or "apiVersion")).Select(name => $"{message.Name}.{name} is missing"));
        foreach (SchemaProperty property in schema.Properties.Where(property => fields.ContainsKey(property.Name)))
        {
            Compare(property.Schema, fields[property.Name], $"{message.Name}.{property.Name}", seen, differences);
        }
    }

    private static void Compare(Schema schema, ProtoField field, string path, HashSet<(string Schema, string Message)> seen, List<string> differences)
    {
        (ProtoRepeat repeat, Schema value) = schema switch
        {
            { Type: SchemaType.Array, Items: { } items } when !(field.Shape == ProtoShape.Message && field.Message.Form == ProtoForm.List) => (ProtoRepeat.List, items),
            { Type: SchemaType.Object, AdditionalProperties.Schema: { } values, Properties.Count: 0 } => (ProtoRepeat.Map, values),
            _ => (ProtoRepeat.None, schema),
        };
        bool isAlike = repeat == field.Repeat && (value.Type switch
        {
            SchemaType.Boolean => field.Shape == ProtoShape.Bool,
            SchemaType.Integer => field.Shape == (value.Format == "int32" ? ProtoShape.Int32 : ProtoShape.Int64),
            SchemaType.Number => field.Shape == ProtoShape.Double,
            SchemaType.Object when value.Properties.Count > 0 => field.Shape == ProtoShape.Message,
            SchemaType.String => field.Shape is ProtoShape.String or ProtoShape.Bytes or ProtoShape.Time or ProtoShape.MicroTime or ProtoShape.Quantity or ProtoShape.IntOrString
                && (value.Format == "byte") == (field.Shape == ProtoShape.Bytes),
            _ => field.Shape is not (ProtoShape.String or ProtoShape.Bool or ProtoShape.Int32 or ProtoShape.Int64 or ProtoShape.Double),
        });
        if (!isAlike)
        {
            differences.Add($"{path} is {field.Shape} {field.Repeat}, published {value.Type} {value.Format}");
        }
        else if (field.Shape == ProtoShape.Message)
        {
            Compare(value, field.Message, seen, differences);
        }
    }

    private static IEnumerable<ProtoField> Members(ProtoMessage message) =>
        message.Fields.SelectMany(field => field.IsInline ? Members(field.Message) : [field]);
}
