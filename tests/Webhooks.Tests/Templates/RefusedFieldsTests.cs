using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates;
using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class RefusedFieldsTests
{
    private static readonly string[] Schema = [.. PodShapes.PodSpec.Fields.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_field_of_a_PodSpec_is_brought_or_explained() =>
        Assert.Equal(Schema, PodShapes.Brought.Concat(RefusedFields.All.Select(field => field.Name)).Order(StringComparer.Ordinal));

    [Fact]
    public void The_table_is_sorted_and_says_why_and_what_to_do()
    {
        string[] names = [.. RefusedFields.All.Select(field => field.Name)];
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.All(RefusedFields.All, field => Assert.True(IsClause(field.Why) && IsClause(field.Remedy), field.Name));
    }

    [Fact]
    public void Each_refusal_gives_its_reason()
    {
        Assert.NotEmpty(RefusedFields.All);
        Assert.All(RefusedFields.All, field => Refuses(
            $"volumes: [{{name: a}}]\n§{field.Name}: null", $"{field.Name}: no template brings it: {field.Why}; {field.Remedy}"));
    }

    [Fact]
    public void A_slip_in_a_brought_field_gets_its_name() =>
        Refuses("§toleration: []\nvolumes: [{name: a}]", "toleration: unknown field; did you mean \"tolerations\"?");

    /// <summary>Part of a sentence: without capital, full stop or line break, short enough for a line of output.</summary>
    private static bool IsClause(string text) =>
        text.Length is > 10 and < 160 && char.IsAsciiLetterLower(text[0]) && !text.EndsWith('.') && !text.Contains('\n', StringComparison.Ordinal);
}
