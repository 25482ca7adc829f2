using System.Text;

namespace Webhooks.Tests.Json;

/// <summary>JSON texts with all that JSON allows, drawn from a seed: the same seed gives the same texts.</summary>
internal sealed class RandomJson(int seed)
{
    private static readonly string[] Numbers =
        ["0", "-0", "1", "-1", "42", "1.0", "1.50", "10e-1", "1E+2", "1e3", "0.001", "123456789012345678901234567890", "-1.5e-300", "9007199254740993"];

    private static readonly string[] Pieces =
        ["a", "b", "key", "é", "\U0001F600", " ", "/", "~", "~1", "\\n", "\\\"", "\\\\", "\\/", "\\u0061", "\\u00e9", "\\ud83d\\ude00", "\\u0000", "-", "0", "<&>"];

    private static readonly string[] Spaces = ["", "", "", "", " ", "\n", "\t", "\r\n  "];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _text = new();

    /// <summary>Whether white space stands between the tokens. Default: yes.</summary>
    public bool IsSpaced { get; init; } = true;

    public int Next(int below) => _random.Next(below);

    public T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];

    /// <summary>A valid document without duplicate members.</summary>
    public string Document(int depth = 4)
    {
        _text.Clear();
        Value(depth);
        return _text.ToString();
    }

    /// <summary>A text that may be no document: one with up to three small faults.</summary>
    public string Damaged()
    {
        StringBuilder text = new(Document());
        for (int faults = _random.Next(4); faults > 0 && text.Length > 0; faults--)
        {
            int at = _random.Next(text.Length);
            switch (_random.Next(4))
            {
                case 0:
                    text.Remove(at, Math.Min(text.Length - at, 1 + _random.Next(3)));
                    break;
                case 1:
                    text[at] = Pick("{}[],:\"\\0123456789-+.eEtfnu \n\t\0\u00e9x".ToCharArray());
                    break;
                case 2:
                    text.Insert(at, Pick(Numbers));
                    break;
                default:
                    text.Insert(at, Pick(["\"a\"", "\"a\":1,", "null", "\\ud800", "{", "[", "]", "}", ",", "//", "\uFEFF"]));
                    break;
            }
        }

        return text.ToString();
    }

    public string Name() => string.Concat(Enumerable.Range(0, _random.Next(3)).Select(_ => Pick(Pieces)));

    private void Value(int depth)
    {
        Space();
        switch (_random.Next(depth > 0 ? 8 : 5))
        {
            case 0:
                _text.Append(Pick(["null", "true", "false"]));
                break;
            case 1 or 2:
                _text.Append(Pick(Numbers));
                break;
            case 3 or 4:
                _text.Append('"').Append(Name()).Append('"');
                break;
            case 5:
                Container('[', ']', depth, null);
                break;
            default:
                Container('{', '}', depth, []);
                break;
        }

        Space();
    }

    private void Container(char open, char close, int depth, HashSet<string>? names)
    {
        _text.Append(open);
        int count = _random.Next(6);
        for (int i = 0; i < count; i++)
        {
            _text.Append(i > 0 ? "," : "");
            if (names != null)
            {
                Member(names);
            }

            Value(depth - 1);
        }

        if (count == 0)
        {
            Space();
        }

        _text.Append(close);
    }

    private void Member(HashSet<string> names)
    {
        string name;
        do
        {
            name = Name();
        }
        while (!names.Add(System.Text.Json.JsonSerializer.Deserialize<string>($"\"{name}\"")!));

        Space();
        _text.Append('"').Append(name).Append('"');
        Space();
        _text.Append(':');
    }

    private void Space() => _text.Append(IsSpaced ? Pick(Spaces) : "");
}
