using Webhooks.Admission.Users;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Resources.Yaml;
using Webhooks.Schemas;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Users;

/// <summary>deploy/crds/users.yaml: API servers take it, it teaches, and it is what is built in.</summary>
public sealed class UserDefinitionTests
{
    private static readonly string File = Repository.PathOf("deploy", "crds", "users.yaml");
    private static readonly JsonValue Version = UserDefinition.Crd["spec"u8]["versions"u8].Items().Single();

    [Fact]
    public void What_is_built_in_is_the_file() => Assert.True(JsonEquality.AreEqual(YamlReader.ReadSingle(System.IO.File.ReadAllBytes(File)).Root, UserDefinition.Crd));

    [Fact]
    public void An_API_server_takes_it()
    {
        SchemaVerdict verdict = CrdChecks.OnCreate(UserDefinition.Crd);
        Assert.Empty(verdict.Causes);
        Assert.Empty(CrdChecks.Warnings(UserDefinition.Crd));
        Assert.Empty(CrdChecks.OnUpdate(UserDefinition.Crd, UserDefinition.Crd).Causes);

        // Rules are not compiled; without the one there is nothing that is left open.
        JsonDraft without = new(UserDefinition.Crd);
        without.Find("spec")!.Find("versions")!.Items[0].Find("schema")!.Find("openAPIV3Schema")!.Remove("x-kubernetes-validations");
        Assert.Equal((SchemaAnswer.Unknown, SchemaAnswer.Valid), (verdict.Answer, CrdChecks.OnCreate(without.Freeze()).Answer));
    }

    [Fact]
    public void It_is_called_as_documented()
    {
        JsonValue spec = UserDefinition.Crd["spec"u8];
        Assert.Equal(
            ("users.users.example.com", UserDefinition.Group, "Cluster", "User", "users", """["usr"]"""),
            (UserDefinition.Crd["metadata"u8]["name"u8].AsString(), spec["group"u8].AsString(), spec["scope"u8].AsString(), spec["names"u8]["kind"u8].AsString(),
                spec["names"u8]["plural"u8].AsString(), spec["names"u8]["shortNames"u8].ToString()));
        Assert.Equal((UserDefinition.Group, "User"), (UserDefinition.Kind.Group, UserDefinition.Kind.Kind));
        Assert.Equal(JsonKind.Object, Version["subresources"u8]["status"u8].Kind);
        Assert.Equal(
            ["Display Name", "Role", "Namespace", "Ready", "Suspended", "Age"],
            Version["additionalPrinterColumns"u8].Items().Select(column => column["name"u8].AsString()));
    }

    [Fact]
    public void The_one_rule_holds_the_namespace()
    {
        Schema root = UserDefinition.Schema.Schema;
        JsonValue rule = Version["schema"u8]["openAPIV3Schema"u8]["x-kubernetes-validations"u8].Items().Single();
        Assert.Equal(".status.namespace", rule["fieldPath"u8].AsString());
        Assert.Contains("self.status.namespace == oldSelf.status.namespace", rule["rule"u8].AsString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', rule["rule"u8].AsString()!);
        Assert.Equal(1, Below(root, "").Sum(one => one.Schema.Extensions.Validations.Count));
    }

    [Fact]
    public void Every_field_teaches_and_none_has_a_pattern()
    {
        (Schema root, _) = SchemaReader.ReadCustomResource(Version["schema"u8]["openAPIV3Schema"u8], "openAPIV3Schema", keepsSource: true);
        (string Path, Schema Schema)[] fields = [.. Below(root, "").Where(field => field.Path is not (".metadata" or ".spec.groups[]" or ".status.conditions[]"))];
        Assert.InRange(fields.Length, 20, int.MaxValue);
        Assert.All(fields, field => Assert.EndsWith(".", field.Schema.Description ?? field.Path + " says nothing", StringComparison.Ordinal));
        Assert.All(fields, field => Assert.Null(field.Schema.Bounds.Pattern));
    }

    [Fact]
    public void What_is_left_out_gets_its_default()
    {
        JsonValue user = UserDefinition.Schema.Default(JsonTree.Parse("""{"spec":{"display_name":"A"}}""").Root);
        Assert.Equal("""{"display_name":"A","role":"edit","deletionPolicy":"Delete"}""", user["spec"u8].ToString());
    }

    [Fact]
    public void Of_what_people_write_all_but_the_status_is_checked_alike()
    {
        string[] whole = [.. UserDefinition.Schema.Schema.Properties.Select(property => property.Name)];
        Assert.Equal(whole.Except(["status"]), UserDefinition.WrittenSchema.Schema.Properties.Select(property => property.Name));
        Assert.True(UserDefinition.WrittenSchema.HasRules);
    }

    private static IEnumerable<(string Path, Schema Schema)> Below(Schema schema, string path) =>
    [
        (path, schema),
        .. schema.Properties.SelectMany(property => Below(property.Schema, $"{path}.{property.Name}")),
        .. schema.Items is { } items ? Below(items, path + "[]") : [],
        .. schema.AdditionalProperties?.Schema is { } others ? Below(others, path + ".*") : [],
    ];
}
