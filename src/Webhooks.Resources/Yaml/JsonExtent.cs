namespace Webhooks.Resources.Yaml;

/// <summary>Finds where a JSON object or array ends, by its brackets and strings alone.</summary>
internal static class JsonExtent
{
    /// <summary>The length of the object or array that the text starts with; 0 when it starts with none, or none ends.</summary>
    public static int Of(ReadOnlySpan<byte> text)
    {
        if (text is not [(byte)'{' or (byte)'[', ..])
        {
            return 0;
        }

        int depth = 0;
        int position = 0;
        while (text[position..].IndexOfAny("{}[]\""u8) is >= 0 and int step)
        {
            position += step + 1;
            switch (text[position - 1])
            {
                case (byte)'"':
                    position += StringRest(text[position..]);
                    break;
                case (byte)'{' or (byte)'[':
                    depth++;
                    break;
                default:
                    depth--;
                    if (depth == 0)
                    {
                        return position;
                    }

                    break;
            }
        }

        return 0;
    }

    // Without a closing quote: all of the text.
    private static int StringRest(ReadOnlySpan<byte> text)
    {
        int position = 0;
        while (text[position..].IndexOfAny((byte)'"', (byte)'\\') is >= 0 and int step)
        {
            position += step + 1;
            if (text[position - 1] == (byte)'"')
            {
                return position;
            }

            position = Math.Min(position + 1, text.Length);
        }

        return text.Length;
    }
}
