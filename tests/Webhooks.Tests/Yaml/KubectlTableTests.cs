using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Xunit;

namespace Webhooks.Tests.Yaml;

/// <summary>The reader against what kubectl answered once; <see cref="KubectlAgreementTests"/> asks it again.</summary>
public class KubectlTableTests
{
    [Fact]
    public void Every_scalar_has_the_type_and_value_that_kubectl_gives_it()
    {
        List<Table.Row> rows = Table.Pairs("scalars.jsonl");
        Assert.True(rows.Count > 300);
        Assert.Equal([], rows.Where(row => !Agrees(row, Reading.TryRead($"k: {row.Text}\n")["k"])).Select(row => row.Text));
    }

    [Fact]
    public void Every_scalar_is_the_member_name_that_kubectl_makes_of_it()
    {
        List<Table.Row> rows = Table.Pairs("names.jsonl");
        Assert.True(rows.Count > 60);
        Assert.Equal([], rows.Where(row => Name(row.Text) != row.Value.AsString()).Select(row => row.Text));
    }

    [Fact]
    public void Every_document_is_read_as_kubectl_reads_it_or_is_a_known_difference()
    {
        JsonValue[] rows = [.. Table.Lines("documents.jsonl")];
        Assert.True(rows.Length > 200);
        Assert.Equal([], rows.Where(row => !Agrees(row)).Select(row => row["yaml"].GetString()));
    }

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("1e3", "1e3")]
    [InlineData("-0", "-0")]
    [InlineData("123456789012345678901234567890", "123456789012345678901234567890")]
    [InlineData("18446744073709551615", "18446744073709551615")]
    [InlineData("!!int 1", "1")]
    [InlineData("0644", "420")]
    [InlineData("1_000", "1000")]
    [InlineData("0xFFFFFFFFFFFFFFFF", "18446744073709551615")]
    [InlineData("+1.50", "1.5")]
    [InlineData("1.", "1")]
    [InlineData("+1e21", "1e+21")]
    [InlineData("+1e-7", "1e-7")]
    [InlineData("+1e20", "100000000000000000000")]
    [InlineData(".000001", "0.000001")]
    [InlineData("685.230_15e+03", "685230.15")]
    public void A_number_keeps_its_literal_where_JSON_has_it_and_is_decimal_elsewhere(string scalar, string literal) =>
        Assert.Equal($"{{\"k\":{literal}}}", Reading.Json($"k: {scalar}"));

    private static bool Agrees(Table.Row row, JsonValue value) =>
        row.Value.IsMissing ? value.IsMissing : Table.SaysTheSame(row.Value, value);

    private static bool Agrees(JsonValue row)
    {
        JsonValue value = Reading.TryRead(Kubectl.Object(row["yaml"].GetString()))["spec"];
        JsonValue here = row["here"];
        JsonValue expected = here.IsMissing ? row["json"] : here.AsString() == "refused" ? default : here;
        return expected.IsMissing ? value.IsMissing : Table.SaysTheSame(expected, value);
    }

    private static string? Name(string scalar)
    {
        try
        {
            return Reading.Document($"{scalar} : v\n").Root.Members().Single().Key;
        }
        catch (YamlFormatException)
        {
            return null;
        }
    }
}
