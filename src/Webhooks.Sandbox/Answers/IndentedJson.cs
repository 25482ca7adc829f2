using System.Buffers;

namespace Webhooks.Sandbox.Answers;

/// <summary>Lays compact JSON out for people: two spaces for each level, as Go's <c>MarshalIndent</c>.</summary>
internal static class IndentedJson
{
    /// <summary>Writes a text laid out, with a line break at its end.</summary>
    /// <param name="json">JSON without white space between its tokens.</param>
    /// <param name="output">Where to.</param>
    public static void Write(ReadOnlySpan<byte> json, IBufferWriter<byte> output)
    {
        int depth = 0;
        for (int i = 0; i < json.Length; i++)
        {
            byte token = json[i];
            switch (token)
            {
                case (byte)'"':
                    int end = EndOfString(json, i);
                    output.Write(json[i..end]);
                    i = end - 1;
                    break;
                case (byte)'{' or (byte)'[' when i + 1 < json.Length && json[i + 1] is (byte)'}' or (byte)']':
                    output.Write(json.Slice(i, 2));
                    i++;
                    break;
                case (byte)'{' or (byte)'[':
                    output.Write([token]);
                    Break(++depth, output);
                    break;
                case (byte)'}' or (byte)']':
                    Break(--depth, output);
                    output.Write([token]);
                    break;
                case (byte)',':
                    output.Write(","u8);
                    Break(depth, output);
                    break;
                case (byte)':':
                    output.Write(": "u8);
                    break;
                default:
                    output.Write([token]);
                    break;
            }
        }

        output.Write("\n"u8);
    }

    private static int EndOfString(ReadOnlySpan<byte> json, int start)
    {
        int i = start + 1;
        while (json[i] != '"')
        {
            i += json[i] == '\\' ? 2 : 1;
        }

        return i + 1;
    }

    private static void Break(int depth, IBufferWriter<byte> output)
    {
        output.Write("\n"u8);
        Span<byte> indent = output.GetSpan(depth * 2)[..(depth * 2)];
        indent.Fill((byte)' ');
        output.Advance(indent.Length);
    }
}
