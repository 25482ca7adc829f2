using System.Text;

namespace Webhooks.Client.Sending;

/// <summary>Reads <c>Warning</c> headers: <c>299 - "text"</c>, several with commas between (RFC 7234, 5.5).</summary>
internal static class WarningHeader
{
    /// <summary>The texts of code 299, each on one line. What is malformed ends the reading.</summary>
    public static IEnumerable<string> Read(string value)
    {
        for (int at = 0; at < value.Length;)
        {
            at = Skip(value, at, ' ', ',', '\t');
            int code = at;
            at = value.IndexOf(' ', at);
            int agent = at < 0 ? -1 : value.IndexOf(' ', at + 1);
            if (agent < 0 || Quoted(value, agent + 1, out at) is not { } text)
            {
                yield break;
            }

            // A date may follow.
            if (at < value.Length && value[at] == ' ' && Quoted(value, at + 1, out int after) is not null)
            {
                at = after;
            }

            if (text.Length > 0 && value.AsSpan(code).StartsWith("299 ", StringComparison.Ordinal))
            {
                yield return text.OnOneLine();
            }
        }
    }

    private static int Skip(string value, int at, params ReadOnlySpan<char> signs)
    {
        while (at < value.Length && signs.Contains(value[at]))
        {
            at++;
        }

        return at;
    }

    private static string? Quoted(string value, int start, out int end)
    {
        end = start;
        if (start >= value.Length || value[start] != '"')
        {
            return null;
        }

        StringBuilder text = new();
        for (int i = start + 1; i < value.Length; i++)
        {
            if (value[i] == '"')
            {
                end = i + 1;
                return text.ToString();
            }

            i += value[i] == '\\' ? 1 : 0;
            if (i < value.Length)
            {
                text.Append(value[i]);
            }
        }

        return null;
    }
}
