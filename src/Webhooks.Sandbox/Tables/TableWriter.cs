using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables;

/// <summary>Writes Tables of <c>meta.k8s.io</c>.</summary>
/// <param name="format">How the objects are shown.</param>
/// <param name="version">The version of the Table that was asked for: <c>v1</c> or <c>v1beta1</c>.</param>
/// <param name="included">What of each object goes with its row.</param>
/// <param name="hasColumns">False after the first event of a watch, and where no headers were asked for.</param>
internal sealed class TableWriter(TableFormat format, string version, IncludedObject included = IncludedObject.Metadata, bool hasColumns = true)
{
    /// <summary>Writes the Table of one object; its metadata has the object's version.</summary>
    public void Write(JsonValue value, DateTimeOffset now, JsonWriter writer) =>
        Write(new ListMetadata(value["metadata"u8]["resourceVersion"u8].AsString()), [value], now, writer);

    /// <summary>Writes the Table of a list.</summary>
    public void Write(ListMetadata metadata, IEnumerable<JsonValue> values, DateTimeOffset now, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("kind", "Table");
        writer.WriteText("apiVersion", "meta.k8s.io/" + version);
        writer.WriteName("metadata"u8);
        metadata.Write(writer);
        WriteColumns(writer);
        WriteRows(values, now, writer);
        writer.EndObject();
    }

    private void WriteColumns(JsonWriter writer)
    {
        writer.WriteName("columnDefinitions"u8);
        if (!hasColumns)
        {
            writer.WriteNull();
            return;
        }

        writer.StartArray();
        foreach (TableColumn column in format.Columns)
        {
            column.Write(writer);
        }

        writer.EndArray();
    }

    private void WriteRows(IEnumerable<JsonValue> values, DateTimeOffset now, JsonWriter writer)
    {
        writer.WriteName("rows"u8);
        bool isOpen = format.HasRowsWhenEmpty;
        if (isOpen)
        {
            writer.StartArray();
        }

        foreach (JsonValue value in values)
        {
            if (!isOpen)
            {
                writer.StartArray();
                isOpen = true;
            }

            WriteRow(value, now, writer);
        }

        if (isOpen)
        {
            writer.EndArray();
        }
        else
        {
            writer.WriteNull();
        }
    }

    private void WriteRow(JsonValue value, DateTimeOffset now, JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteName("cells"u8);
        format.WriteCells(value, now, writer);
        if (format.ConditionOf(value) is { } condition)
        {
            writer.WriteName("conditions"u8);
            writer.StartArray();
            condition.Write(writer);
            writer.EndArray();
        }

        writer.WriteName("object"u8);
        if (included == IncludedObject.Object)
        {
            writer.WriteValue(value);
        }
        else if (included == IncludedObject.Metadata || EndsInitialEvents(value))
        {
            PartialObjectMetadata.Write(value, version, writer);
        }
        else
        {
            writer.WriteNull();
        }

        writer.EndObject();
    }

    private static bool EndsInitialEvents(JsonValue value) =>
        value["metadata"u8]["annotations"u8]["k8s.io/initial-events-end"u8].TextEquals("true"u8);
}
