using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>The tables of events, which have other member names in <c>v1</c> than in <c>events.k8s.io</c>.</summary>
internal static class EventPrinters
{
    /// <summary>Of events of the core group.</summary>
    public static BuiltInTable CoreEvents { get; } =
        Table(new("involvedObject", "message", "source", "firstTimestamp", "lastTimestamp", "count", "reportingComponent"));

    /// <summary>Of events of <c>events.k8s.io</c>.</summary>
    public static BuiltInTable Events { get; } = Table(new(
        "regarding", "note", "deprecatedSource", "deprecatedFirstTimestamp", "deprecatedLastTimestamp", "deprecatedCount", "reportingController"));

    private static BuiltInTable Table(MemberNames names) => new(
        [
            PrintedColumn.Timed("Last Seen", Descriptions.Of("Event.lastTimestamp"), (value, now) => LastSeen(value, now, names)),
            PrintedColumn.Text("Type", Descriptions.Of("Event.type"), value => Facts.Text(value["type"u8])),
            PrintedColumn.Text("Reason", Descriptions.Of("Event.reason"), value => Facts.Text(value["reason"u8])),
            PrintedColumn.Text("Object", Descriptions.Of("Event.involvedObject"), value => Target(value[names.Target])),
            PrintedColumn.Text("Subobject", Descriptions.Of("ObjectReference.fieldPath"), value => Facts.Text(value[names.Target]["fieldPath"u8])).Wide(),
            PrintedColumn.Text("Source", Descriptions.Of("Event.source"), value => Source(value, names)).Wide(),
            PrintedColumn.Text("Message", Descriptions.Of("Event.message"), value => Facts.Text(value[names.Message]).Trim()),
            PrintedColumn.Timed("First Seen", Descriptions.Of("Event.firstTimestamp"), (value, now) => FirstSeen(value, now, names)).Wide(),
            PrintedColumn.Text("Count", Descriptions.Of("Event.count"), value => Count(value, names)).Wide(),
            PrintedColumn.Name.Wide(),
        ]);

    private static string FirstSeen(JsonValue value, DateTimeOffset now, MemberNames names) =>
        HumanDuration.Since(value[names.First].AsString() ?? value["eventTime"u8].AsString(), now);

    private static string LastSeen(JsonValue value, DateTimeOffset now, MemberNames names) =>
        value["series"u8] is { IsAbsent: false } series ? HumanDuration.Since(series["lastObservedTime"u8].AsString(), now)
        : value[names.Last].AsString() is { } last ? HumanDuration.Since(last, now)
        : FirstSeen(value, now, names);

    private static long Count(JsonValue value, MemberNames names) => value["series"u8] is { IsAbsent: false } series
        ? Numbers.Of(series["count"u8])
        : Numbers.Of(value[names.Count]) is not 0 and var count ? count : 1;

    private static string Target(JsonValue target)
    {
        string kind = Lowercase.Of(Facts.Text(target["kind"u8]));
        return Facts.Text(target["name"u8]) is { Length: > 0 } name ? $"{kind}/{name}" : kind;
    }

    private static string Source(JsonValue value, MemberNames names)
    {
        string component = Facts.TextOr(value[names.Source]["component"u8], Facts.Text(value[names.Reporter]));
        string instance = Facts.TextOr(value[names.Source]["host"u8], Facts.Text(value["reportingInstance"u8]));
        return instance.Length == 0 ? component : $"{component}, {instance}";
    }

    private sealed record MemberNames(string Target, string Message, string Source, string First, string Last, string Count, string Reporter);
}
