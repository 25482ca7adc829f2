using System.Globalization;
using System.Text;

namespace Webhooks.Tests.Fuzz.Objects;

/// <summary>Schemas by chance, and objects that mostly keep to them: the same seed gives the same.</summary>
internal sealed class ObjectDraws(int seed)
{
    private const int Deepest = 4;
    private static readonly string[] Names = ["a", "b", "c", "a.b", "a/b", "spec", "metadata", "kind", ""];
    private static readonly string[] Formats = ["date-time", "email", "int32", "float", "uuid", "byte", "duration", "ipv4", "hostname", "uri", "k8s-short-name", "none"];
    private static readonly string[] Patterns = ["^[a-z]+$", "(a|b)*c", "^\\\\d{1,20}$", "\\\\pL", "(?i)x", "^(a?){30}a{30}$", "(x+x+)+y"];
    private static readonly string[] Numbers = ["0", "1", "1.0", "-1", "0.5", "1e3", "9007199254740993", "9223372036854775807", "9223372036854775808", "1e300", "-0"];
    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    /// <summary>An input of the fuzz: a version with a schema, an object and what it was.</summary>
    public byte[] Input()
    {
        string schema = Draw(() => Schema(0));
        return Encoding.UTF8.GetBytes(Input(WholeSchema(schema), Object(), Object()));
    }

    /// <summary>An object whose <c>spec</c> that is.</summary>
    public static string Whole(string spec) =>
        """{"apiVersion":"oracle.example.com/v1","kind":"Thing","metadata":{"name":"x"},"spec":0}""".Replace("0}", spec + "}", StringComparison.Ordinal);

    /// <summary>A schema of objects whose <c>spec</c> that is.</summary>
    public static string WholeSchema(string spec) =>
        """{"type":"object","properties":{"spec":0}}""".Replace("0}}", spec + "}}", StringComparison.Ordinal);

    public static string Input(string schema, string value, string old) =>
        "{\"version\":{\"name\":\"v1\",\"served\":true,\"storage\":true,\"schema\":{\"openAPIV3Schema\":" + schema
        + "},\"subresources\":{\"status\":{}}},\"object\":" + value + ",\"old\":" + old + "}";

    private string Object() =>
        Whole(Draw(() => Value(0)));

    private string Draw(Action write)
    {
        _text.Clear();
        write();
        return _text.ToString();
    }

    private void Schema(int depth)
    {
        string[] types = depth < Deepest ? ["object", "array", "string", "integer", "number", "boolean"] : ["string", "integer", "number", "boolean"];
        string type = Pick(types);
        _text.Append(CultureInfo.InvariantCulture, $"{{\"type\":\"{type}\"");
        Maybe(4, ",\"nullable\":true");
        Constraints();
        if (type == "object")
        {
            Members(depth);
        }
        else if (type == "array")
        {
            Maybe(3, ",\"x-kubernetes-list-type\":\"set\"");
            Maybe(4, ",\"x-kubernetes-list-type\":\"map\",\"x-kubernetes-list-map-keys\":[\"a\"]");
            Maybe(4, ",\"maxItems\":3");
            _text.Append(",\"items\":");
            Schema(depth + 1);
        }

        if (depth < Deepest && OneIn(4))
        {
            Junctor(depth);
        }

        if (OneIn(5))
        {
            _text.Append(",\"default\":");
            Value(depth);
        }

        _text.Append('}');
    }

    private void Members(int depth)
    {
        Maybe(4, ",\"x-kubernetes-preserve-unknown-fields\":true");
        Maybe(8, ",\"x-kubernetes-embedded-resource\":true");
        Maybe(4, ",\"maxProperties\":2");
        Maybe(4, ",\"required\":[\"a\",\"c\"]");
        if (OneIn(3))
        {
            _text.Append(",\"additionalProperties\":");
            Schema(depth + 1);
            return;
        }

        _text.Append(",\"properties\":{");
        int count = 1 + _random.Next(4);
        for (int i = 0; i < count; i++)
        {
            _text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ",")}\"{Names[i]}\":");
            Schema(depth + 1);
        }

        _text.Append('}');
    }

    private void Constraints()
    {
        Maybe(4, $",\"format\":\"{Pick(Formats)}\"");
        Maybe(4, $",\"pattern\":\"{Pick(Patterns)}\"");
        Maybe(6, $",\"enum\":[\"a\",{Pick(Numbers)},null,{{\"a\":1}}]");
        Maybe(5, $",\"maximum\":{Pick(Numbers)}");
        Maybe(5, $",\"minimum\":{Pick(Numbers)},\"exclusiveMinimum\":true");
        Maybe(6, $",\"multipleOf\":{Pick(Numbers)}");
        Maybe(5, ",\"maxLength\":3");
    }

    private void Junctor(int depth)
    {
        string word = Pick(["allOf", "anyOf", "oneOf", "not"]);
        _text.Append(CultureInfo.InvariantCulture, $",\"{word}\":{(word == "not" ? "" : "[")}");
        int count = word == "not" ? 1 : 1 + _random.Next(3);
        for (int i = 0; i < count; i++)
        {
            _text.Append(i == 0 ? "" : ",").Append("{\"minLength\":1");
            Constraints();
            Maybe(2, ",\"required\":[\"b\"]");
            if (depth < Deepest && OneIn(2))
            {
                Junctor(depth + 1);
            }

            _text.Append('}');
        }

        _text.Append(word == "not" ? "" : "]");
    }

    private void Value(int depth)
    {
        switch (_random.Next(depth < Deepest + 1 ? 9 : 5))
        {
            case 0:
                _text.Append(Pick(Numbers));
                break;
            case 1:
                _text.Append(Pick(["true", "false", "null", "null"]));
                break;
            case 2:
                _text.Append('"').Append(Pick(["", "a", "abc", "2026-01-01T00:00:00Z", "10", "é", "\\ud800", "a@b.c"])).Append('"');
                break;
            case 3:
                _text.Append('"').Append(Pick(["a", "x", "1"])[0], 1 + _random.Next(1 << _random.Next(8))).Append('"');
                break;
            case 4:
                _text.Append(Pick(["[]", "{}"]));
                break;
            case 5:
                Items(depth);
                break;
            default:
                Fields(depth);
                break;
        }
    }

    private void Items(int depth)
    {
        _text.Append('[');
        int count = _random.Next(5);
        for (int i = 0; i < count; i++)
        {
            _text.Append(i == 0 ? "" : ",");
            Value(depth + 1);
        }

        _text.Append(']');
    }

    private void Fields(int depth)
    {
        _text.Append('{');
        int count = _random.Next(5);
        for (int i = 0; i < count; i++)
        {
            _text.Append(i == 0 ? "" : ",").Append('"').Append(OneIn(4) ? Pick(Names) : Names[i]).Append("\":");
            Value(depth + 1);
        }

        _text.Append('}');
    }

    private void Maybe(int chance, string text)
    {
        if (OneIn(chance))
        {
            _text.Append(text);
        }
    }

    private bool OneIn(int chance) => _random.Next(chance) == 0;

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];
}
