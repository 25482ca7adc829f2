using System.Globalization;
using System.Text;

namespace Webhooks.Resources.Yaml;

/// <summary>Strings in quotes, on one line.</summary>
internal static class YamlQuotes
{
    /// <summary>In <c>'</c>, which knows no escape but the doubled quote.</summary>
    public static string Single(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>In <c>"</c>, with escapes for all that does not print.</summary>
    public static string Double(string text)
    {
        StringBuilder quoted = new(text.Length + 2);
        quoted.Append('"');
        foreach (char c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    quoted.Append('\\').Append(c);
                    break;
                case '\n':
                    quoted.Append("\\n");
                    break;
                case '\t':
                    quoted.Append("\\t");
                    break;
                case '\r':
                    quoted.Append("\\r");
                    break;
                case < ' ' or (>= '\x7f' and <= '\x9f') or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff':
                    quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    quoted.Append(c);
                    break;
            }
        }

        return quoted.Append('"').ToString();
    }
}
