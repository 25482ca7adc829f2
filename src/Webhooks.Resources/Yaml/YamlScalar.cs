using System.Globalization;
using System.Text;
using Webhooks.Resources.Literals;

namespace Webhooks.Resources.Yaml;

/// <summary>
/// A YAML scalar as JSON, by the rules of go-yaml v2's <c>resolve</c> and sigs.k8s.io/yaml, which kubectl uses:
/// YAML 1.1 booleans, Go's integer literals with <c>_</c> anywhere, decimal floats, dates and <c>1:30</c> as strings.
/// </summary>
/// <param name="Kind">The JSON type.</param>
/// <param name="Text">
/// The string's value, the number's JSON literal, <c>true</c>, <c>false</c> or <c>null</c>; for
/// <see cref="YamlScalarKind.Unreadable"/> the reason, for <see cref="YamlScalarKind.NotFinite"/> <c>.inf</c>,
/// <c>-.inf</c> or <c>.nan</c>. A number written as JSON would write it keeps its literal
/// (<c>1.50</c>, <c>1e3</c>, thirty digits); any other is written in decimal (<c>0644</c> gives <c>420</c>).
/// </param>
public readonly record struct YamlScalar(YamlScalarKind Kind, string Text)
{
    private static readonly YamlScalar Null = new(YamlScalarKind.Null, "null");
    private static readonly YamlScalar True = new(YamlScalarKind.Boolean, "true");
    private static readonly YamlScalar False = new(YamlScalarKind.Boolean, "false");

    /// <summary>Reads a scalar.</summary>
    /// <param name="text">Its text, quotes and escapes resolved.</param>
    /// <param name="tag">Its explicit tag in the long form (<c>tag:yaml.org,2002:int</c>), <c>!</c> or <c>!local</c>; null without one.</param>
    /// <param name="plain">Whether it stands without quotes and is no block; a quoted scalar without a tag is a string.</param>
    public static YamlScalar Read(string text, string? tag, bool plain) => tag switch
    {
        null => plain ? Resolve(text) : String(text),
        YamlTags.Binary => Base64(text),
        YamlTags.Timestamp => GoTimestamp.IsTimestamp(text) ? String(text) : Mismatch(Resolve(text), text, tag),
        YamlTags.Null or YamlTags.Bool or YamlTags.Int or YamlTags.Float => Tagged(text, tag),
        _ => String(text),
    };

    /// <summary>
    /// The member name that sigs.k8s.io/yaml makes of the scalar as a mapping key: <c>80</c> gives "80", <c>y</c>
    /// "true", <c>1.50</c> "1.5". Null for null, which is no name, and for a whole number beyond int64.
    /// </summary>
    public string? ToName() => Kind switch
    {
        YamlScalarKind.String or YamlScalarKind.Boolean or YamlScalarKind.NotFinite => Text,
        YamlScalarKind.Integer when long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) =>
            number.ToString(CultureInfo.InvariantCulture),
        YamlScalarKind.Float => GoFloat.ToName(double.Parse(Text, CultureInfo.InvariantCulture)),
        _ => null,
    };

    private static YamlScalar Tagged(string text, string tag)
    {
        YamlScalar value = Resolve(text);
        return (value.Kind, tag) switch
        {
            (YamlScalarKind.Null, YamlTags.Null) or
            (YamlScalarKind.Boolean, YamlTags.Bool) or
            (YamlScalarKind.Integer, YamlTags.Int) or
            (YamlScalarKind.Float, YamlTags.Float) or
            (YamlScalarKind.NotFinite, YamlTags.Float) => value,
            (YamlScalarKind.Integer, YamlTags.Float) when long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) =>
                new(YamlScalarKind.Float, GoNumber.Json(integer)),
            _ => Mismatch(value, text, tag),
        };
    }

    private static YamlScalar Resolve(string text)
    {
        if (text.Length == 0)
        {
            return Null;
        }

        switch (text[0])
        {
            case >= '0' and <= '9' or '+' or '-' or '.':
                return Number(text);
            case 'y' or 'Y' or 'n' or 'N' or 't' or 'T' or 'f' or 'F' or 'o' or 'O' or '~':
                return Word(text);
            default:
                return String(text);
        }
    }

    private static YamlScalar Word(string text) => text switch
    {
        "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON" => True,
        "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF" => False,
        "~" or "null" or "Null" or "NULL" => Null,
        _ => String(text),
    };

    private static YamlScalar Number(string text)
    {
        if (NotFinite(text) is { } name)
        {
            return new(YamlScalarKind.NotFinite, name);
        }

        // Behind a leading point it is Go that reads the "_", and not everywhere.
        string plain = text[0] == '.' && !GoFloat.HasUnderscoresBetweenDigits(text)
            ? text
            : text.Replace("_", "", StringComparison.Ordinal);
        if (text[0] != '.' && GoInteger.TryParse(plain, out string integer))
        {
            return new(YamlScalarKind.Integer, JsonNumber.IsLiteral(text) ? text : integer);
        }

        if (GoFloat.TryParse(plain, out double number))
        {
            return new(YamlScalarKind.Float, JsonNumber.IsLiteral(text) ? text : GoNumber.Json(number));
        }

        return String(text);
    }

    private static string? NotFinite(string text) => text switch
    {
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => ".inf",
        "-.inf" or "-.Inf" or "-.INF" => "-.inf",
        ".nan" or ".NaN" or ".NAN" => ".nan",
        _ => null,
    };

    // Octets that are no UTF-8 become U+FFFD, as Go's JSON encoder has it.
    private static YamlScalar Base64(string text) => GoBase64.TryDecode(text, out byte[] octets)
        ? String(Encoding.UTF8.GetString(octets))
        : new(YamlScalarKind.Unreadable, "!!binary value contains invalid base64 data");

    private static YamlScalar String(string text) => new(YamlScalarKind.String, text);

    private static YamlScalar Mismatch(YamlScalar value, string text, string tag) =>
        new(YamlScalarKind.Unreadable, $"cannot read {Excerpt(text)}, {Noun(value.Kind)}, as {YamlTags.Short(tag)}");

    private static string Excerpt(string text) => text.Length <= 40 ? $"'{text}'" : $"'{text.AsSpan(0, 40)}…'";

    private static string Noun(YamlScalarKind kind) => kind switch
    {
        YamlScalarKind.Null => "a null",
        YamlScalarKind.Boolean => "a boolean",
        YamlScalarKind.Integer => "an integer",
        YamlScalarKind.Float or YamlScalarKind.NotFinite => "a float",
        _ => "a string",
    };
}
