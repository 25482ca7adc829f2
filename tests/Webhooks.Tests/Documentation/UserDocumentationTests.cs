using Webhooks.Admission.Users;
using Webhooks.Resources.OpenApi;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Documentation;

/// <summary>docs/users.md says of fields, rules and reasons what there is, no more and no less.</summary>
public sealed class UserDocumentationTests
{
    private const string Page = "users.md";

    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("docs", Page));

    [Fact]
    public void Every_field_is_documented_with_type_and_default() => Assert.Equal(
        Fields(UserDefinition.Schema.Schema).Order(StringComparer.Ordinal),
        MarkdownTable.Find(Page, "field", "type", "default", "meaning").Rows.Select(row => $"{row[0]}: {row[1]}: {row[2]}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_is_documented_in_its_order_with_its_answer_and_its_words() => Assert.Equal(
        UserRuleCatalog.All.Select(rule => $"[`{rule.Name}`](#{rule.Name}): {rule.Reason.Code} {rule.Reason.Name}: {rule.Message}"),
        MarkdownTable.Find(Page, "rule", "answer", "what the cause says").Rows.Select(row => $"{row[0]}: {row[1]}: {row[2]}"));

    [Fact]
    public void Every_rule_has_the_section_that_its_causes_name_and_every_section_a_rule()
    {
        string[] sections = [.. Lines.SkipWhile(line => line != "## What is refused").Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).Where(line => line.StartsWith("### ", StringComparison.Ordinal))];
        Assert.Equal(UserRuleCatalog.All.Select(rule => rule.Page), sections.Select(section => $"docs/{Page}#{section[4..]}"));
    }

    [Fact]
    public void Every_section_of_a_rule_tells_the_remedy()
    {
        string page = string.Join('\n', Lines);
        Assert.All(UserRuleCatalog.All, rule =>
        {
            string section = page.Split($"### {rule.Name}\n")[1].Split("\n#")[0];
            Assert.True(rule.Name == "namespace-taken" ? section.Contains(NamespaceFacts.AdoptAnnotation, StringComparison.Ordinal) : section.Contains("Remedy: ", StringComparison.Ordinal), section);
        });
    }

    [Fact]
    public void Every_other_reason_is_documented() =>
        Assert.Equal(UserAdmission.Reasons.Order(StringComparer.Ordinal), MarkdownTable.Find(Page, "reason", "what happened").Names.Order(StringComparer.Ordinal));

    [Fact]
    public void The_defaults_of_the_settings_are_told()
    {
        string page = string.Join('\n', Lines);
        Assert.Contains($"`{UserOptions.DefaultPrefix}`", page, StringComparison.Ordinal);
        Assert.Contains($"`{UserOptions.Default.NamespaceOf("alice")}`", page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Fields(Schema root) =>
        from part in root.Properties.Where(property => property.Name is "spec" or "status")
        from field in part.Schema.Properties
        select $"`{part.Name}.{field.Name}`: {field.Schema.Type.ToString().ToLowerInvariant()}: {Default(part.Schema, field)}";

    private static string Default(Schema parent, SchemaProperty field) =>
        parent.Required.Contains(field.Name) ? "required" : field.Schema.Default.AsString() is { } text ? $"`{text}`" : "";
}
