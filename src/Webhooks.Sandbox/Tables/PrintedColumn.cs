using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables;

/// <summary>A column and what it shows of an object at a time.</summary>
/// <param name="Definition">What is published of it.</param>
/// <param name="Show">The cell of an object; the time is that of the answer, for ages.</param>
internal sealed record PrintedColumn(TableColumn Definition, Func<JsonValue, DateTimeOffset, Cell> Show)
{
    /// <summary>Whether rows have its cell though no column is published for it.</summary>
    public bool IsUntitled { get; init; }

    /// <summary>The object's name, which identifies the row.</summary>
    public static PrintedColumn Name { get; } =
        new(new("Name", "string", Descriptions.Of("ObjectMeta.name"), "name"), (value, _) => Facts.NameOf(value));

    /// <summary>How long ago the object was made: <c>5m</c>.</summary>
    public static PrintedColumn Age { get; } =
        Timed("Age", Descriptions.Of("ObjectMeta.creationTimestamp"), (value, now) => Facts.AgeOf(value, now));

    /// <summary>When the object was made, as a time stamp.</summary>
    public static PrintedColumn CreatedAt { get; } = new(
        new("Created At", "date", Descriptions.Of("ObjectMeta.creationTimestamp")),
        (value, _) => value["metadata"u8]["creationTimestamp"u8].AsString() ?? "0001-01-01T00:00:00Z");

    /// <summary>A column of type string, whatever its cells are.</summary>
    public static PrintedColumn Text(string name, string description, Func<JsonValue, Cell> show) =>
        new(new(name, "string", description), (value, _) => show(value));

    /// <summary>A column of type string whose cells change with time.</summary>
    public static PrintedColumn Timed(string name, string description, Func<JsonValue, DateTimeOffset, Cell> show) =>
        new(new(name, "string", description), show);

    /// <summary>A column of whole numbers.</summary>
    public static PrintedColumn Integer(string name, string description, Func<JsonValue, Cell> show) =>
        new(new(name, "integer", description), (value, _) => show(value));

    /// <summary>A column of type boolean, whatever its cells are.</summary>
    public static PrintedColumn Boolean(string name, string description, Func<JsonValue, Cell> show) =>
        new(new(name, "boolean", description), (value, _) => show(value));

    /// <summary>The column, published with another format.</summary>
    public PrintedColumn WithFormat(string format) => this with { Definition = Definition with { Format = format } };

    /// <summary>The column, shown in wide output only.</summary>
    public PrintedColumn Wide() => this with { Definition = Definition with { Priority = 1 } };
}
