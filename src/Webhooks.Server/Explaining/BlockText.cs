using System.Text;

namespace Webhooks.Server.Explaining;

/// <summary>Text in blocks, with labels in a column and what they say beside them, wrapped.</summary>
/// <remarks>What comes from documents is shown on one line: control characters become spaces, so that no terminal obeys them.</remarks>
internal sealed class BlockText(bool usesColor)
{
    public const string Green = "\e[32m";
    public const string Red = "\e[31m";
    public const string Yellow = "\e[33m";
    private const string Bold = "\e[1m";
    private const string Reset = "\e[0m";

    private const int LabelWidth = 11;
    private const int LineWidth = 110;

    private readonly StringBuilder _text = new();

    /// <summary>An empty line, unless nothing stands before it.</summary>
    public void Blank()
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }
    }

    public void Title(string text) => Line(0, Painted(text, Bold));

    public void Line(int indent, string text) => _text.Append(' ', indent).Append(text).Append('\n');

    /// <summary>A line that goes on below itself where it is too long.</summary>
    public void Wrapped(int indent, string text)
    {
        _text.Append(' ', indent);
        Wrap(indent, text);
    }

    /// <summary>A label and what it says.</summary>
    /// <param name="indent">Where the label starts.</param>
    /// <param name="label">The label; empty where it is that of the line above.</param>
    /// <param name="text">What it says.</param>
    /// <param name="head">What stands before that and is not wrapped.</param>
    /// <param name="color">The label's colour; empty for none.</param>
    public void Labelled(int indent, string label, string text, string head = "", string color = "")
    {
        _text.Append(' ', indent).Append(Painted(label, color)).Append(' ', LabelWidth - label.Length).Append(Plain(head));
        Wrap(indent + LabelWidth + head.Length, text);
    }

    /// <summary>Text in a colour, where colours are wanted.</summary>
    public string Painted(string text, string color) =>
        usesColor && color.Length > 0 && text.Length > 0 ? $"{color}{Plain(text)}{Reset}" : Plain(text);

    public override string ToString() => _text.ToString();

    /// <summary>Goes on at a column, and below it from the indent on; words are not broken.</summary>
    private void Wrap(int column, string text)
    {
        int indent = column;
        bool isFirst = true;
        foreach (string word in Plain(text).Split(' '))
        {
            if (!isFirst && column + 1 + word.Length > LineWidth)
            {
                _text.Append('\n').Append(' ', indent);
                column = indent;
            }
            else if (!isFirst)
            {
                _text.Append(' ');
                column++;
            }

            _text.Append(word);
            column += word.Length;
            isFirst = false;
        }

        _text.Append('\n');
    }

    private static string Plain(string text) =>
        text.Any(IsControl) ? string.Concat(text.Select(next => IsControl(next) ? ' ' : next)) : text;

    private static bool IsControl(char next) => char.IsControl(next) || next is '\u2028' or '\u2029';
}
