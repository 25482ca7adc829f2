using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of the group <c>flowcontrol.apiserver.k8s.io</c>.</summary>
internal static class FlowPrinters
{
    /// <summary>Of flow schemas.</summary>
    public static BuiltInTable FlowSchemas { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text(
                "PriorityLevel",
                Descriptions.Of("PriorityLevelConfigurationReference.name"),
                value => Facts.Text(value["spec"u8]["priorityLevelConfiguration"u8]["name"u8])),
            PrintedColumn.Text(
                "MatchingPrecedence", Descriptions.Of("FlowSchemaSpec.matchingPrecedence"), value => Numbers.Of(value["spec"u8]["matchingPrecedence"u8])),
            PrintedColumn.Text(
                "DistinguisherMethod",
                Descriptions.Of("FlowSchemaSpec.distinguisherMethod"),
                value => value["spec"u8]["distinguisherMethod"u8] is { IsAbsent: false } method ? Facts.Text(method["type"u8]) : Facts.None),
            PrintedColumn.Age,
            PrintedColumn.Text(
                "MissingPL",
                "references a broken or non-existent PriorityLevelConfiguration",
                value => Conditions.Find(value["status"u8], "Dangling")["status"u8].AsString() ?? "?"),
        ]);

    /// <summary>Of priority levels.</summary>
    public static BuiltInTable PriorityLevels { get; } = new(
        [
            PrintedColumn.Name,
            PrintedColumn.Text("Type", Descriptions.Of("PriorityLevelConfigurationSpec.type"), value => Facts.Text(value["spec"u8]["type"u8])),
            PrintedColumn.Text(
                "NominalConcurrencyShares",
                Descriptions.Of("LimitedPriorityLevelConfiguration.nominalConcurrencyShares"),
                value => NumberOf(value["spec"u8]["limited"u8], "nominalConcurrencyShares")),
            Queuing("Queues", "queues"),
            Queuing("HandSize", "handSize"),
            Queuing("QueueLengthLimit", "queueLengthLimit"),
            PrintedColumn.Age,
        ]);

    private static PrintedColumn Queuing(string name, string member) => PrintedColumn.Text(
        name,
        Descriptions.Of($"QueuingConfiguration.{member}"),
        value => NumberOf(value["spec"u8]["limited"u8]["limitResponse"u8]["queuing"u8], member));

    private static Cell NumberOf(JsonValue owner, string member) => owner.IsAbsent ? Facts.None : Numbers.Of(owner[member]);
}
