using System.Collections.Immutable;
using Webhooks.Resources.Json;

namespace Webhooks.Resources.Api;

/// <summary>Status as JSON, its members in the order of the API server.</summary>
public sealed partial record Status
{
    /// <summary>Writes the object as a response's body: with kind, apiVersion and metadata; empty members are left out.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="next">Where a list that could not go on can: the <c>continue</c> of the metadata; empty for nowhere.</param>
    public void Write(JsonWriter writer, string next = "")
    {
        writer.StartObject();
        WriteText(writer, "kind"u8, "Status");
        WriteText(writer, "apiVersion"u8, "v1");
        writer.WriteName("metadata"u8);
        writer.StartObject();
        WriteText(writer, "continue"u8, next);
        writer.EndObject();
        WriteMembers(writer);
        writer.EndObject();
    }

    /// <summary>Writes the object as a part of another, as <c>response.status</c> of an AdmissionReview is: no kind, no apiVersion, no metadata.</summary>
    public void WriteEmbedded(JsonWriter writer)
    {
        writer.StartObject();
        WriteMembers(writer);
        writer.EndObject();
    }

    /// <summary>The Status that <paramref name="value"/> is; null when it is another kind of object, or none.</summary>
    /// <remarks>Members of another type than expected read as absent: an answer that can be half understood is.</remarks>
    public static Status? Read(JsonValue value)
    {
        bool isStatus = value["kind"u8].TextEquals("Status"u8)
            && (value["apiVersion"u8].TextEquals("v1"u8) || value["apiVersion"u8].TextEquals("meta.k8s.io/v1"u8));
        return isStatus ? ReadEmbedded(value) : null;
    }

    /// <summary>The Status that stands in a member of another object, where kind and apiVersion are not told.</summary>
    public static Status ReadEmbedded(JsonValue value)
    {
        return new Status
        {
            Outcome = ReadText(value["status"u8]) switch
            {
                "Success" => StatusOutcome.Success,
                "Failure" => StatusOutcome.Failure,
                _ => StatusOutcome.Unspecified,
            },
            Message = ReadText(value["message"u8]),
            Reason = new StatusReason(ReadText(value["reason"u8])),
            Details = value["details"u8] is { Kind: JsonKind.Object } details ? ReadDetails(details) : null,
            Code = ReadNumber(value["code"u8]),
        };
    }

    private void WriteMembers(JsonWriter writer)
    {
        WriteText(writer, "status"u8, Outcome == StatusOutcome.Unspecified ? "" : Outcome == StatusOutcome.Success ? "Success" : "Failure");
        WriteText(writer, "message"u8, Message);
        WriteText(writer, "reason"u8, Reason.Name);
        if (Details is not null)
        {
            WriteDetails(writer, Details);
        }

        WriteNumber(writer, "code"u8, Code);
    }

    private static void WriteDetails(JsonWriter writer, StatusDetails details)
    {
        writer.WriteName("details"u8);
        writer.StartObject();
        WriteText(writer, "name"u8, details.Name);
        WriteText(writer, "group"u8, details.Group);
        WriteText(writer, "kind"u8, details.Kind);
        WriteText(writer, "uid"u8, details.Uid);
        if (!details.Causes.IsEmpty)
        {
            writer.WriteName("causes"u8);
            writer.StartArray();
            foreach (StatusCause cause in details.Causes)
            {
                writer.StartObject();
                WriteText(writer, "reason"u8, cause.Reason);
                WriteText(writer, "message"u8, cause.Message);
                WriteText(writer, "field"u8, cause.Field);
                writer.EndObject();
            }

            writer.EndArray();
        }

        WriteNumber(writer, "retryAfterSeconds"u8, details.RetryAfterSeconds);
        writer.EndObject();
    }

    private static StatusDetails ReadDetails(JsonValue value)
    {
        ImmutableArray<StatusCause> causes =
        [
            .. value["causes"u8].Items().Select(cause => new StatusCause(
                ReadText(cause["reason"u8]),
                ReadText(cause["message"u8]),
                ReadText(cause["field"u8]))),
        ];
        return new StatusDetails
        {
            Name = ReadText(value["name"u8]),
            Group = ReadText(value["group"u8]),
            Kind = ReadText(value["kind"u8]),
            Uid = ReadText(value["uid"u8]),
            Causes = causes,
            RetryAfterSeconds = ReadNumber(value["retryAfterSeconds"u8]),
        };
    }

    private static void WriteText(JsonWriter writer, ReadOnlySpan<byte> name, string text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.WriteName(name);
            writer.WriteString(text);
        }
    }

    private static void WriteNumber(JsonWriter writer, ReadOnlySpan<byte> name, int number)
    {
        if (number != 0)
        {
            writer.WriteName(name);
            writer.WriteNumber(number);
        }
    }

    private static string ReadText(JsonValue value) => value.AsString() ?? "";

    private static int ReadNumber(JsonValue value) =>
        value.TryGetInt64(out long number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : 0;
}
