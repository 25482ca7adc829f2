namespace Webhooks.Resources.Yaml;

/// <summary>What a line is to the one who takes a stream apart.</summary>
internal enum YamlLineKind
{
    /// <summary>Nothing but blanks, or a comment.</summary>
    Blank,

    /// <summary><c>---</c>, alone or before a comment.</summary>
    Separator,

    /// <summary><c>--- content</c>.</summary>
    InlineSeparator,

    /// <summary><c>...</c>.</summary>
    End,

    /// <summary><c>%YAML 1.1</c>; content where no directive may stand.</summary>
    Directive,

    /// <summary>Anything else.</summary>
    Content,
}

/// <summary>A line of a stream.</summary>
/// <param name="Kind">What it is.</param>
internal readonly record struct YamlLine(YamlLineKind Kind)
{
    /// <summary>Whether it starts a document.</summary>
    public bool IsMarker => Kind is YamlLineKind.Separator or YamlLineKind.InlineSeparator;

    /// <summary>Whether it belongs to a document, or to its directives.</summary>
    public bool IsContent => Kind is YamlLineKind.Content or YamlLineKind.Directive;

    /// <summary>Takes a line, with or without its line break.</summary>
    public static YamlLine Of(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("---"u8))
        {
            ReadOnlySpan<byte> rest = line[3..].Trim(" \t\r\n"u8);
            bool isSeparator = rest.IsEmpty || rest[0] == (byte)'#';
            return new(isSeparator ? YamlLineKind.Separator
                : line[3] is (byte)' ' or (byte)'\t' ? YamlLineKind.InlineSeparator
                : YamlLineKind.Content);
        }

        if (line.StartsWith("..."u8) && (line.Length == 3 || line[3] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            return new(YamlLineKind.End);
        }

        ReadOnlySpan<byte> trimmed = line.TrimStart(" \t\r\n"u8);
        return new(trimmed.IsEmpty || trimmed[0] == (byte)'#' ? YamlLineKind.Blank
            : line[0] == (byte)'%' ? YamlLineKind.Directive
            : YamlLineKind.Content);
    }
}
