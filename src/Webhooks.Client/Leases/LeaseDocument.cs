using System.Buffers;
using System.Text.Json;
using Webhooks.Client.Objects;
using Webhooks.Resources.Json;

namespace Webhooks.Client.Leases;

/// <summary>A Lease as the server has it, to be written back with another record and everything else as it was.</summary>
/// <remarks>
/// It is replaced as a whole and not patched: a PUT needs the verb <c>update</c> alone, which is what roles for
/// elections grant; its resourceVersion is the condition; and its uid keeps a deleted Lease from coming back.
/// </remarks>
internal sealed class LeaseDocument
{
    private static readonly string[] Written = ["holderIdentity", "leaseDurationSeconds", "acquireTime", "renewTime", "leaseTransitions"];

    private readonly JsonValue _root;

    private LeaseDocument(JsonValue root)
    {
        _root = root;
        JsonValue spec = root["spec"u8];
        Record = new LeaseRecord(
            spec["holderIdentity"u8].AsString() ?? "",
            spec["leaseDurationSeconds"u8].TryGetInt64(out long seconds) ? seconds : 0,
            spec["acquireTime"u8].AsString() ?? "",
            spec["renewTime"u8].AsString() ?? "",
            spec["leaseTransitions"u8].TryGetInt64(out long transitions) ? transitions : 0);
    }

    /// <summary>What its spec says; what is absent or <c>null</c> reads as empty.</summary>
    public LeaseRecord Record { get; }

    /// <summary>Reads an answer.</summary>
    /// <exception cref="FormatException">It is no Lease that could be written back.</exception>
    public static LeaseDocument Read(ReadOnlyMemory<byte> utf8)
    {
        JsonValue root = JsonTree.Parse(utf8).Root;
        return root["metadata"u8]["resourceVersion"u8].AsString() is { Length: > 0 }
            ? new LeaseDocument(root)
            : throw new FormatException("the answer is no Lease: it has no metadata.resourceVersion");
    }

    /// <summary>A Lease that is not there yet.</summary>
    public static ReadOnlyMemory<byte> New(ObjectKey key, LeaseRecord record) => Write(writer =>
    {
        writer.WriteString("apiVersion"u8, Lease.Resource.ApiVersion);
        writer.WriteString("kind"u8, Lease.Resource.Kind);
        writer.WriteStartObject("metadata"u8);
        writer.WriteString("name"u8, key.Name);
        writer.WriteString("namespace"u8, key.Namespace);
        writer.WriteEndObject();
        WriteSpec(writer, default, record);
    });

    /// <summary>This one with another record.</summary>
    public ReadOnlyMemory<byte> With(LeaseRecord record) => Write(writer =>
    {
        WriteMembers(writer, _root, except: ["spec"]);
        WriteSpec(writer, _root["spec"u8], record);
    });

    private static void WriteSpec(Utf8JsonWriter writer, JsonValue spec, LeaseRecord record)
    {
        writer.WriteStartObject("spec"u8);
        writer.WriteString("holderIdentity"u8, record.Holder);
        writer.WriteNumber("leaseDurationSeconds"u8, record.DurationSeconds);
        writer.WriteString("acquireTime"u8, record.AcquireTime);
        writer.WriteString("renewTime"u8, record.RenewTime);
        writer.WriteNumber("leaseTransitions"u8, record.Transitions);
        WriteMembers(writer, spec, Written);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonValue value, ReadOnlySpan<string> except)
    {
        foreach ((string name, JsonValue member) in value.Members())
        {
            if (!except.Contains(name))
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(member.RawText);
            }
        }
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
