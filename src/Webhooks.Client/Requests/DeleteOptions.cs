using System.Buffers;
using System.Text.Json;

namespace Webhooks.Client.Requests;

/// <summary>How, and on which conditions, objects are deleted.</summary>
/// <remarks>Immutable. They go into the body, all of them: beside a body a server passes over what the query says, <c>dryRun</c> too.</remarks>
public sealed record DeleteOptions
{
    /// <summary>As a server does it without being told.</summary>
    public static DeleteOptions Default { get; } = new();

    /// <summary>Only the object of that uid; empty, the default, for whichever has the name.</summary>
    public string PreconditionUid { get; init; } = "";

    /// <summary>Only the object as it was at that version; empty, the default, for any.</summary>
    public string PreconditionResourceVersion { get; init; } = "";

    /// <summary>What becomes of what it owns.</summary>
    public DeletionPropagation Propagation { get; init; }

    /// <summary>How many seconds it has to end; 0 at once; <c>null</c>, the default, what the object itself says.</summary>
    public long? GracePeriodSeconds
    {
        get;
        init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(GracePeriodSeconds), value, "an object has 0 or more seconds to end");
    }

    /// <summary>Whether all is done but for the deletion.</summary>
    public bool DryRun { get; init; }

    /// <summary>The body; empty where nothing is asked for.</summary>
    internal ReadOnlyMemory<byte> Body()
    {
        if (this == Default)
        {
            return default;
        }

        ArrayBufferWriter<byte> body = new();
        using Utf8JsonWriter writer = new(body);
        writer.WriteStartObject();
        writer.WriteString("kind"u8, "DeleteOptions"u8);
        writer.WriteString("apiVersion"u8, "v1"u8);
        if (GracePeriodSeconds is { } seconds)
        {
            writer.WriteNumber("gracePeriodSeconds"u8, seconds);
        }

        if (PreconditionUid.Length > 0 || PreconditionResourceVersion.Length > 0)
        {
            writer.WriteStartObject("preconditions"u8);
            WriteText(writer, "uid"u8, PreconditionUid);
            WriteText(writer, "resourceVersion"u8, PreconditionResourceVersion);
            writer.WriteEndObject();
        }

        if (Propagation != DeletionPropagation.Unspecified)
        {
            writer.WriteString("propagationPolicy"u8, Propagation.ToString());
        }

        if (DryRun)
        {
            writer.WriteStartArray("dryRun"u8);
            writer.WriteStringValue("All"u8);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.Flush();
        return body.WrittenMemory;
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string text)
    {
        if (text.Length > 0)
        {
            writer.WriteString(name, text);
        }
    }
}
