using System.Buffers;
using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Faults;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Tables;

namespace Webhooks.Sandbox.Watching;

/// <summary>Writes the events of a watch, one a line, in the form that was asked for.</summary>
/// <param name="resource">Whose events.</param>
/// <param name="form">The form.</param>
/// <param name="included">Which part of an object stands in its row of a Table.</param>
/// <param name="time">The clock; ages are counted from it.</param>
/// <param name="shown">Brings an object into the version of the resource.</param>
/// <param name="disturbed">What a fault makes of the lines; <c>null</c> for nothing.</param>
internal sealed class WatchOutput(
    ApiResource resource,
    Representation form,
    IncludedObject included,
    TimeProvider time,
    Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> shown,
    DisturbedLines? disturbed = null)
{
    private bool _hasColumns = true;
    private int _events;

    /// <summary>How many events were written.</summary>
    public int Events => disturbed?.Events ?? _events;

    /// <summary>Whether a fault has ended the watch.</summary>
    public bool IsOver => disturbed is { IsOver: true };

    /// <summary>Begins.</summary>
    public void Begin(IBufferWriter<byte> output) => disturbed?.Start(output);

    /// <summary>Writes that something happened to an object.</summary>
    public void WriteEvent(ReadOnlySpan<byte> type, ReadOnlyMemory<byte> json, IBufferWriter<byte> output)
    {
        if (disturbed == null)
        {
            WriteLine(type, json, output);
            _events++;
            return;
        }

        using PooledBuffer line = new();
        WriteLine(type, json, line);
        disturbed.Write(line.WrittenSpan, type.SequenceEqual("BOOKMARK"u8), output);
    }

    private void WriteLine(ReadOnlySpan<byte> type, ReadOnlyMemory<byte> json, IBufferWriter<byte> output)
    {
        Start(type, output);
        ReadOnlyMemory<byte> view = shown(json);
        if (form.Form == AnswerForm.Object)
        {
            AnswerWriter.WriteObject(resource.Gvk, view.Span, output);
        }
        else
        {
            WriteView(JsonTree.Parse(ObjectType.Join(resource.Gvk, view.Span), JsonPolicy.Server).Root, output);
        }

        output.Write("}\n"u8);
    }

    /// <summary>Writes how far the watch has come.</summary>
    /// <param name="revision">The revision.</param>
    /// <param name="endsInitialEvents">Whether all objects there were have been told.</param>
    /// <param name="output">Where to.</param>
    public void WriteBookmark(long revision, bool endsInitialEvents, IBufferWriter<byte> output)
    {
        string annotations = endsInitialEvents ? ",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}" : "";
        string json = string.Create(CultureInfo.InvariantCulture, $"{{\"metadata\":{{\"resourceVersion\":\"{revision}\"{annotations}}}}}");
        WriteEvent("BOOKMARK"u8, System.Text.Encoding.UTF8.GetBytes(json), output);
    }

    /// <summary>Writes that the watch cannot go on.</summary>
    public void WriteError(Status status, IBufferWriter<byte> output)
    {
        if (!IsOver)
        {
            WriteErrorLine(status, output);
            _events++;
        }
    }

    /// <summary>Writes the line that says that a watch cannot go on.</summary>
    public static void WriteErrorLine(Status status, IBufferWriter<byte> output)
    {
        Start("ERROR"u8, output);
        status.Write(new JsonWriter(output));
        output.Write("}\n"u8);
    }

    private void WriteView(JsonValue obj, IBufferWriter<byte> output)
    {
        JsonWriter writer = new(output);
        if (form.Form == AnswerForm.Table)
        {
            new TableWriter(TableFormat.Of(resource), form.MetaVersion, included, _hasColumns).Write(obj, time.GetUtcNow(), writer);
            _hasColumns = false;
        }
        else
        {
            PartialObjectMetadata.Write(obj, form.MetaVersion, writer);
        }
    }

    private static void Start(ReadOnlySpan<byte> type, IBufferWriter<byte> output)
    {
        output.Write("{\"type\":\""u8);
        output.Write(type);
        output.Write("\",\"object\":"u8);
    }
}
