using Webhooks.Admission.Injection;
using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Documentation;

/// <summary>The tables of docs/injection.md say what the code says, no more and no less.</summary>
public class InjectionDocumentationTests
{
    private const string Page = "injection.md";

    [Fact]
    public void Every_field_that_a_template_brings_is_documented() => Assert.Equal(
        PodShapes.Brought.Concat(["metadata", InjectionReader.Name]).Order(StringComparer.Ordinal),
        MarkdownTable.Find(Page, "field", "how it merges").Names.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_field_that_no_template_brings_is_documented_in_the_words_of_the_error() => Assert.Equal(
        RefusedFields.All.Select(field => $"`{field.Name}`: {field.Why}; {field.Remedy}"),
        MarkdownTable.Find(Page, "field", "why no template brings it").Rows.Select(row => $"{row[0]}: {row[1]}"));

    [Fact]
    public void The_injection_block_is_documented_with_values_and_defaults() => Assert.Equal(
        InjectionFields.All.Select(field => $"`{field.Name}`: {field.Values}: {field.Default}"),
        MarkdownTable.Find(Page, "field", "values", "default", "meaning").Rows.Select(row => $"{row[0]}: {row[1]}: {row[2]}"));

    [Fact]
    public void Every_reason_is_documented_in_the_words_of_explain() => Assert.Equal(
        Enum.GetValues<InjectionReason>().Select(reason => $"`{reason.Name()}`: {ReasonMeanings.Of(reason).What}: {ReasonMeanings.Of(reason).Remedy}"),
        MarkdownTable.Find(Page, "reason", "what happened", "what to do").Rows.Select(row => $"{row[0]}: {row[1]}: {row[2]}"));

    [Fact]
    public void Every_annotation_is_documented()
    {
        AnnotationNames names = InjectionOptions.Default.Annotations;
        Assert.Equal(
            [names.For("<template>"), names.Injection, names.Refresh, names.Status],
            MarkdownTable.Find(Page, "key", "on", "value", "meaning").Names.Distinct());
    }

    [Fact]
    public void The_members_of_the_status_are_documented() => Assert.Equal(
        ["hash", "added", "without", "made", "was"], MarkdownTable.Find(Page, "member", "meaning").Names);

    [Fact]
    public void The_namespaces_that_are_excluded_by_default_are_named()
    {
        string text = File.ReadAllText(Repository.PathOf("docs", Page));
        Assert.All(InjectionOptions.Default.ExcludedNamespaces, name => Assert.Contains($"`{name}`", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Links_to_places_in_the_pages_lead_somewhere()
    {
        foreach (string page in (string[])[Page, "roll-outs.md"])
        {
            string text = File.ReadAllText(Repository.PathOf("docs", page));
            HashSet<string> headings = [.. text.Split('\n').Where(line => line.StartsWith('#')).Select(line => "#" + line.TrimStart('#', ' ').ToLowerInvariant().Replace(' ', '-'))];
            foreach (string link in System.Text.RegularExpressions.Regex.Matches(text, @"\]\(([^)]+)\)").Select(match => match.Groups[1].Value))
            {
                Assert.True(link[0] == '#' ? headings.Contains(link) : Path.Exists(Repository.PathOf("docs", link)), $"docs/{page}: {link} leads nowhere");
            }
        }
    }
}
