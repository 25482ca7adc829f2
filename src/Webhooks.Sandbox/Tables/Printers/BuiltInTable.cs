using System.Collections.Immutable;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>How a built-in kind is shown.</summary>
/// <param name="Columns">Its columns in order.</param>
/// <param name="Condition">What marks an object's row, if anything does.</param>
internal sealed record BuiltInTable(ImmutableArray<PrintedColumn> Columns, Func<JsonValue, RowCondition?>? Condition = null);
