using System.Text;

namespace Webhooks.Tests.Templates;

/// <summary>A text in which <c>§</c> marks the places of problems; the marks themselves are taken out.</summary>
internal sealed class MarkedText
{
    private const char Mark = '§';

    public MarkedText(string marked)
    {
        StringBuilder text = new();
        int line = 1;
        int column = 1;
        foreach (char next in marked)
        {
            if (next == Mark)
            {
                Places.Add($"{line}:{column}");
                continue;
            }

            text.Append(next);
            (line, column) = next == '\n' ? (line + 1, 1) : (line, column + 1);
        }

        Text = text.ToString();
    }

    public string Text { get; }

    /// <summary>The marked places, as line and column.</summary>
    public List<string> Places { get; } = [];
}
