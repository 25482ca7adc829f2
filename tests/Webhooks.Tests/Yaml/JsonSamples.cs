using FsCheck;
using FsCheck.Fluent;
using Webhooks.Resources.Json;

namespace Webhooks.Tests.Yaml;

/// <summary>Random JSON values with texts that YAML readers stumble over.</summary>
internal static class JsonSamples
{
    private static readonly Gen<string> Words = Gen.Elements(
        "", " ", "\n", "y", "No", "on", "null", "~", "true", "0o7", "0o17", "0644", "1:30", "1_000", "1e3", "1e400", "1.", ".5", ".inf", ".nan",
        "2001-01-01", "2001-01-01T00:00:00Z", "<<", "=", "-", "--", "---", "...", "- a", "-a", "?", "? a", ":", "a:", "a: b", "a:b", "a #b", "a#b",
        "#a", "&a", "*a", "a *b", "!a", "|", ">", "@", "`", "%a", "{", "}", "[", "]", ",", "'", "\"", "'a'", "\"a\"", "\\", "\\n", " a", "a ", "\ta",
        "a\tb", "a\r\nb", "a\nb", "a\nb\n", "a\nb\n\n", "\na", "\n\na\n", " a\nb", "a\n b", "a\n\n  b\n c\n", "\ta\nb", "a\n\tb\n", "  \na", "a\n  ",
        "a\n \nb", "---\na", "a\n---\nb", "...\n", "\u0085", "a\u2028b", "\ufeff", "\ufeffa\nb", "\u0000", "\u007f", "é", "日本", "\ud83d\ude00", "\uffff",
        "nginx:1.27", "http://x:80/?a=b#c", "100m", "1.2.3.4", "key=value", "a, b", "$(A)", "echo \"a\" && 'b'", "#!/bin/sh\nset -e\necho a: b\n");

    private static readonly Gen<string> Noise =
        Gen.Elements("ab01 \n\t\r:#-?*&!|>%@`'\"{}[],.~=+_\\é\u0085\u2028\ufeff\u0001".ToCharArray()).ArrayOf().Select(letters => new string(letters));

    private static readonly Gen<string> Long =
        from word in Words
        from count in Gen.Choose(100, 1200)
        select string.Concat(Enumerable.Repeat(word.Length == 0 ? "x" : word, count / Math.Max(1, word.Length)));

    private static readonly Gen<string> Texts = Gen.Frequency((6, Words), (6, Noise), (1, Long));

    private static readonly Gen<string> Scalars = Gen.Frequency(
        (6, Texts.Select(JsonText.Quote)),
        (3, Gen.Elements("0", "-0", "1", "1.50", "1e3", "-1E-7", "123456789012345678901234567890", "18446744073709551615", "0.1", "1.0")),
        (1, Gen.Elements("null", "true", "false", "{}", "[]")));

    /// <summary>Any value.</summary>
    public static Gen<JsonValue> Values { get; } = Gen.Sized(size => Tree(Math.Min(size, 40))).Select(text => JsonTree.Parse(text).Root);

    private static Gen<string> Tree(int size)
    {
        if (size < 2)
        {
            return Scalars;
        }

        Gen<string> child = Tree(size / 3);
        Gen<string> items = child.ArrayOf().Select(values => $"[{string.Join(',', values.Take(5))}]");
        Gen<string> members = Texts.Zip(child).ArrayOf()
            .Select(pairs => $"{{{string.Join(',', pairs.DistinctBy(pair => pair.Item1).Take(5).Select(pair => JsonText.Quote(pair.Item1) + ":" + pair.Item2))}}}");
        return Gen.Frequency((1, Scalars), (3, items), (4, members));
    }
}
