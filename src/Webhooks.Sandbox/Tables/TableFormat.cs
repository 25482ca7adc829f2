using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Tables.Printers;

namespace Webhooks.Sandbox.Tables;

/// <summary>How a resource's objects are shown as a Table.</summary>
/// <remarks>Immutable and thread safe; one per resource.</remarks>
internal sealed class TableFormat
{
    private static readonly ConditionalWeakTable<ApiResource, TableFormat> OfObjects = [];
    private static readonly TableFormat BuiltInScales = new(BuiltInTables.Of(new GroupKind("autoscaling", "Scale")));

    private readonly ImmutableArray<PrintedColumn> _columns;
    private readonly Func<JsonValue, RowCondition?>? _condition;

    private TableFormat(BuiltInTable table)
    {
        _columns = table.Columns;
        _condition = table.Condition;
        Columns = [.. table.Columns.Where(column => !column.IsUntitled).Select(column => column.Definition)];
        HasRowsWhenEmpty = table != BuiltInTables.Default;
    }

    /// <summary>The columns as they are published.</summary>
    public ImmutableArray<TableColumn> Columns { get; }

    /// <summary>Whether a Table of no objects has <c>[]</c> as its rows; else <c>null</c>, as of kinds that have no table of their own.</summary>
    public bool HasRowsWhenEmpty { get; }

    /// <summary>The format of a resource's objects, or of what its subresource answers: <c>scale</c> has its own.</summary>
    public static TableFormat Of(ApiResource resource, string? subresource = null) => subresource == "scale"
        ? resource.IsCustom ? new TableFormat(CustomColumns.OfScale(resource.DefinitionVersion)) : BuiltInScales
        : OfObjects.GetValue(resource, Make);

    /// <summary>Writes the cells of an object, an array of as many values as there are columns.</summary>
    /// <param name="value">The object as it is answered; of a bookmark, which has no name, the cells are those of an empty object.</param>
    /// <param name="now">The time of the answer, for ages.</param>
    /// <param name="writer">Where to.</param>
    public void WriteCells(JsonValue value, DateTimeOffset now, JsonWriter writer)
    {
        writer.StartArray();
        foreach (PrintedColumn column in _columns)
        {
            column.Show(value, now).Write(writer);
        }

        writer.EndArray();
    }

    /// <summary>What marks the object's row; null for most.</summary>
    public RowCondition? ConditionOf(JsonValue value) => _condition?.Invoke(value);

    private static TableFormat Make(ApiResource resource) =>
        new(resource.IsCustom ? CustomColumns.Of(resource.DefinitionVersion) : BuiltInTables.Of(resource.GroupKind));
}
