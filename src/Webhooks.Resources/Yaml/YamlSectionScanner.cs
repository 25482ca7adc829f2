namespace Webhooks.Resources.Yaml;

/// <summary>Walks through a stream line by line and closes a section at each separator.</summary>
internal ref struct YamlSectionScanner
{
    private readonly ReadOnlySpan<byte> _text;
    private int _position;
    private int _line;

    public YamlSectionScanner(ReadOnlySpan<byte> text)
    {
        _text = text;
        _line = 1;
    }

    /// <summary>The next section.</summary>
    /// <returns>False at the end of the stream.</returns>
    public bool TryNext(out YamlSection section)
    {
        section = default;
        if (_position >= _text.Length)
        {
            return false;
        }

        int start = _position;
        int content = start == 0 && _text.StartsWith("\uFEFF"u8) ? 3 : start;
        int textStart = content;
        int textLine = _line;
        bool hasContent = false;
        bool hasDirectives = false;
        bool hasMarker = false;
        bool isEnded = false;
        while (_position < _text.Length)
        {
            int lineStart = _position == start ? content : _position;
            int next = NextLine(_position);
            YamlLine line = YamlLine.Of(_text[lineStart..next]);
            bool isFirst = _position == start;
            if (line.IsMarker ? !isFirst && (hasMarker || !hasDirectives) : isEnded && line.IsContent)
            {
                break;
            }

            if (line.IsMarker)
            {
                hasMarker = true;
                content = line.Kind == YamlLineKind.Separator ? next : lineStart + 3;
                bool keepsMarker = hasDirectives || line.Kind == YamlLineKind.InlineSeparator;
                textStart = hasDirectives ? textStart : keepsMarker ? lineStart : next;
                textLine = hasDirectives ? textLine : keepsMarker ? _line : _line + 1;
                hasContent |= line.Kind == YamlLineKind.InlineSeparator;
            }
            else if (line.Kind == YamlLineKind.Directive && !hasContent && !hasMarker)
            {
                hasDirectives = true;
            }
            else
            {
                hasContent |= line.IsContent;
                isEnded |= line.Kind == YamlLineKind.End;
            }

            _position = next;
            _line++;
        }

        YamlForm form = hasContent || (hasDirectives && !hasMarker) ? YamlForm.Yaml : YamlForm.Empty;
        section = new(start, content, _position, textLine, form) { TextStart = textStart, ContentEnd = _position };
        return true;
    }

    private readonly int NextLine(int position)
    {
        int end = _text[position..].IndexOf((byte)'\n');
        return end < 0 ? _text.Length : position + end + 1;
    }
}
