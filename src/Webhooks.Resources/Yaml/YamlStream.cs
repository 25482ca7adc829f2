namespace Webhooks.Resources.Yaml;

/// <summary>
/// Takes a stream apart at its lines <c>---</c>, as kubectl does, and JSON streams at their values. A separator may
/// also have content behind it, and <c>...</c> ends a document, neither of which kubectl supports.
/// </summary>
public static class YamlStream
{
    /// <summary>Finds the documents of a stream; their text is not checked yet.</summary>
    /// <param name="utf8">The stream.</param>
    /// <param name="limits">Default: <see cref="YamlLimits.Default"/>.</param>
    /// <returns>The sections in order; side by side they cover the stream. None for an empty one.</returns>
    /// <exception cref="YamlFormatException">The stream is too long, or has too many documents.</exception>
    public static IReadOnlyList<YamlSection> Split(ReadOnlyMemory<byte> utf8, YamlLimits? limits = null)
    {
        limits ??= YamlLimits.Default;
        CheckLength(utf8, limits);
        List<YamlSection> sections = [];
        YamlSectionScanner scanner = new(utf8.Span);
        while (scanner.TryNext(out YamlSection section))
        {
            if (!MayBeJson(utf8.Span, section) || !YamlJsonSection.TrySplit(utf8, section, limits, sections))
            {
                sections.Add(section);
            }

            if (sections.Count > limits.MaxDocuments)
            {
                throw new YamlFormatException($"more than {limits.MaxDocuments} documents", section.Line, 1);
            }
        }

        return sections;
    }

    /// <summary>Finds the documents of a stream that is JSON and nothing else: one value after the other, with blanks between.</summary>
    /// <param name="utf8">The stream.</param>
    /// <param name="limits">Default: <see cref="YamlLimits.Default"/>.</param>
    /// <returns>The sections in order, all of them JSON. None where there are but blanks.</returns>
    /// <exception cref="YamlFormatException">The stream is too long, has too many documents, or a value is not JSON.</exception>
    public static IReadOnlyList<YamlSection> SplitJson(ReadOnlyMemory<byte> utf8, YamlLimits? limits = null)
    {
        limits ??= YamlLimits.Default;
        CheckLength(utf8, limits);
        return YamlJsonSection.Split(utf8, limits);
    }

    private static void CheckLength(ReadOnlyMemory<byte> utf8, YamlLimits limits)
    {
        if (utf8.Length > limits.MaxBytes)
        {
            throw new YamlFormatException($"the text has {utf8.Length} bytes; at most {limits.MaxBytes} are read", 1, 1);
        }
    }

    private static bool MayBeJson(ReadOnlySpan<byte> utf8, YamlSection section) =>
        section.Form == YamlForm.Yaml &&
        utf8[section.ContentStart..section.End].TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];
}
