using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Tables;
using Xunit;

namespace Webhooks.Tests.Sandbox.Tables;

public class CustomColumnTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-01-01T00:05:00Z", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("integer", "5", "5")]
    [InlineData("integer", "5.9", "5")]
    [InlineData("integer", "\"5\"", "null")]
    [InlineData("number", "5", "5")]
    [InlineData("number", "5.50", "5.5")]
    [InlineData("number", "true", "null")]
    [InlineData("boolean", "true", "true")]
    [InlineData("boolean", "\"true\"", "null")]
    [InlineData("string", "5", "\"5\"")]
    [InlineData("string", "true", "\"true\"")]
    [InlineData("string", """{"a":1}""", "\"{\\\"a\\\":1}\"")]
    [InlineData("string", "null", "\"<no value>\"")]
    [InlineData("date", "\"2026-01-01T00:00:00Z\"", "\"5m\"")]
    [InlineData("date", "\"yesterday\"", "\"<invalid>\"")]
    [InlineData("date", "\"\"", "\"<unknown>\"")]
    [InlineData("date", "5", "null")]
    public void A_cell_is_of_the_type_of_its_column_or_nothing(string type, string value, string cell)
    {
        string cells = Cells($$"""[{"name":"V","type":"{{type}}","jsonPath":".spec.v"}]""", """{"metadata":{"name":"x"},"spec":{"v":""" + value + "}}");

        Assert.Equal($"""["x",{cell}]""", cells);
    }

    [Fact]
    public void Columns_end_before_the_first_that_has_no_path()
    {
        TableFormat format = Format("""[{"name":"A","type":"string","jsonPath":".a"},{"name":"B","type":"string","jsonPath":".b["},{"name":"C","type":"string","jsonPath":".c"}]""");

        Assert.Equal(["Name", "A"], format.Columns.Select(column => column.Name));
    }

    private static string Cells(string columns, string value) =>
        Recording.Text(writer => Format(columns).WriteCells(JsonTree.Parse(value).Root, Now, writer));

    private static TableFormat Format(string columns) => TableFormat.Of(Definitions.Resources(JsonTree.Parse(
        $$$"""{"spec":{"group":"e.com","scope":"Cluster","names":{"plural":"ws","singular":"w","kind":"W"},"versions":[{"name":"v1","served":true,"storage":true,"additionalPrinterColumns":{{{columns}}}}]}}""").Root).Single());
}
