using System.Text;

namespace Webhooks.Tests.Injection;

/// <summary>Choices and pieces of JSON, drawn from a seed: the same seed gives the same pieces.</summary>
/// <param name="seed">Any number.</param>
internal sealed class Draws(int seed)
{
    private static readonly string[] Oddities =
        ["1e3", "1.50", "-0", "123456789012345678901234567890", "\"\"", "\"a\\/\\u00e9\\n\"", "null", "[]", "{}", "[null,1.0,{\"x\":1E+2}]", "{\"a~/b\":{\"\":0.10}}", "true"];

    private readonly Random _random = new(seed);

    /// <summary>Whether names and strings may be spelled with escapes. Default: no.</summary>
    public bool Escapes { get; init; }

    public int Below(int end) => _random.Next(end);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public T Pick<T>(params ReadOnlySpan<T> choices) => choices[_random.Next(choices.Length)];

    /// <summary>Some of the choices, each once, in any order.</summary>
    public T[] Some<T>(int most, params ReadOnlySpan<T> choices)
    {
        T[] all = choices.ToArray();
        _random.Shuffle(all);
        return all[.._random.Next(Math.Min(most, all.Length) + 1)];
    }

    /// <summary>A JSON string.</summary>
    public string Text(string text)
    {
        StringBuilder json = new("\"");
        int escaped = Escapes && text.Length > 0 && Chance(2) ? Below(text.Length) : -1;
        for (int i = 0; i < text.Length; i++)
        {
            char next = text[i];
            _ = i == escaped || next < ' ' ? json.Append($"\\u{(int)next:x4}")
                : next is '"' or '\\' ? json.Append('\\').Append(next)
                : json.Append(next);
        }

        return json.Append('"').ToString();
    }

    /// <summary>A JSON value that nothing here knows, with a literal or spelling that is easily lost.</summary>
    public string Oddity() => Pick(Oddities);

    public string Array(IEnumerable<string> items) => $"[{string.Join(Chance(5) ? " , " : ",", items)}]";

    public string Texts(params IEnumerable<string> texts) => Array(texts.Select(Text));

    /// <summary>An object of these members; those without a value are left out.</summary>
    public string Object(params IEnumerable<(string Name, string? Json)> members) =>
        $"{{{string.Join(Chance(5) ? ",\n " : ",", members.Where(member => member.Json != null).Select(member => $"{Text(member.Name)}:{member.Json}"))}}}";

    /// <summary>The value, or with the other probability none.</summary>
    public string? Maybe(int percent, Func<string> draw) => Chance(percent) ? draw() : null;
}
