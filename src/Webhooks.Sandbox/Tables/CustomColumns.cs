using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Tables.Paths;
using Webhooks.Sandbox.Tables.Printers;

namespace Webhooks.Sandbox.Tables;

/// <summary>The columns of custom resources, from <c>additionalPrinterColumns</c>.</summary>
internal static class CustomColumns
{
    private static readonly PrintedColumn Age = Column(new("Age", "date", Descriptions.Of("ObjectMeta.creationTimestamp")), ".metadata.creationTimestamp")!;

    /// <summary>The table of a version of a CustomResourceDefinition: the name and its columns; without any, the age.</summary>
    /// <param name="version">The entry of <c>spec.versions</c>. A path that is no JSONPath ends the columns before it.</param>
    public static BuiltInTable Of(JsonValue version)
    {
        List<PrintedColumn> columns = [PrintedColumn.Name];
        foreach (JsonValue column in version["additionalPrinterColumns"u8].Items())
        {
            string path = Facts.Text(column["jsonPath"u8]);
            string description = Facts.TextOr(column["description"u8], $"Custom resource definition column (in JSONPath format): {path}");
            TableColumn definition = new(
                Facts.Text(column["name"u8]),
                Facts.Text(column["type"u8]),
                description,
                Facts.Text(column["format"u8]),
                Numbers.Of(column["priority"u8]));
            if (Column(definition, path) is not { } printed)
            {
                break;
            }

            columns.Add(printed);
        }

        return new(version["additionalPrinterColumns"u8].Count == 0 ? [PrintedColumn.Name, Age] : [.. columns]);
    }

    /// <summary>The table of the scale subresource: what is wanted, what is there, as far as the definition has paths for them.</summary>
    public static BuiltInTable OfScale(JsonValue version)
    {
        JsonValue scale = version["subresources"u8]["scale"u8];
        List<PrintedColumn> columns = [PrintedColumn.Name];
        if (Facts.Text(scale["specReplicasPath"u8]).Length > 0)
        {
            columns.Add(Column(new("Desired", "integer", "Number of desired replicas"), ".spec.replicas")!);
        }

        if (Facts.Text(scale["statusReplicasPath"u8]).Length > 0)
        {
            columns.Add(Column(new("Available", "integer", "Number of actual replicas"), ".status.replicas")!);
        }

        return new([.. columns, Age]);
    }

    private static PrintedColumn? Column(TableColumn definition, string path) => JsonPath.TryParse($"{{{path}}}", out JsonPath? parsed, out _)
        ? new(definition, (value, now) => Show(parsed.Find(value), definition.Type, now))
        : null;

    private static Cell Show(JsonValue found, string type, DateTimeOffset now) => (type, found.Kind) switch
    {
        (_, JsonKind.Missing) => default,
        ("string", _) => PathText.Of(found),
        ("integer", JsonKind.Number) => Integer(found),
        ("number", JsonKind.Number) => Cell.OfNumber(Number(found)),
        ("boolean", JsonKind.True or JsonKind.False) => found.Kind == JsonKind.True,
        ("date", JsonKind.String) => Date(found.GetString(), now),
        _ => default,
    };

    private static Cell Integer(JsonValue found) =>
        found.TryGetInt64(out long integer) ? integer
        : Number(found) is >= long.MinValue and < long.MaxValue and var number ? (long)number
        : long.MinValue;

    private static double Number(JsonValue found) => double.Parse(found.RawText, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Date(string text, DateTimeOffset now) =>
        text is "" or "null" || GoTime.TryParse(text, out _) ? HumanDuration.Since(text, now) : "<invalid>";
}
