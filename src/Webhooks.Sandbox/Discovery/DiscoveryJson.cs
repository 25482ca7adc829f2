using System.Buffers;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Discovery;

/// <summary>Shapes that both forms of discovery have.</summary>
internal static class DiscoveryJson
{
    /// <summary>The document as it is written where people look at it, without a line break at its end.</summary>
    public static byte[] Indent(ReadOnlyMemory<byte> json)
    {
        ArrayBufferWriter<byte> buffer = new();
        IndentedJson.Write(json.Span, buffer);
        return buffer.WrittenSpan.TrimEnd((byte)'\n').ToArray();
    }

    /// <summary>Writes a member that is a list of texts.</summary>
    public static void WriteTexts(this JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteName(name);
        writer.StartArray();
        foreach (string text in texts)
        {
            writer.WriteString(text);
        }

        writer.EndArray();
    }

    /// <summary>Writes a member that is a list of texts, unless there are none.</summary>
    public static void WriteTextsIfAny(this JsonWriter writer, string name, IReadOnlyCollection<string> texts)
    {
        if (texts.Count > 0)
        {
            writer.WriteTexts(name, texts);
        }
    }
}
