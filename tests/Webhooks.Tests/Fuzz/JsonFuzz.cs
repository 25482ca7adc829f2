using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Shared.Fuzz;
using Webhooks.Tests.Json;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Fuzz;

public class JsonFuzz(ITestOutputHelper output)
{
    [Fact]
    public void The_strict_policy_stands_up_to_damaged_documents() => Run(JsonPolicy.Strict);

    [Fact]
    public void The_server_policy_stands_up_to_damaged_documents() => Run(JsonPolicy.Server);

    [Fact]
    public void Both_policies_stand_up_to_hostile_documents()
    {
        foreach ((string name, string text) in Hostile())
        {
            byte[] input = Encoding.UTF8.GetBytes(text);
            Run(input, name, JsonPolicy.Strict);
            Assert.True(Run(input, name, JsonPolicy.Server), name);
        }
    }

    private static IEnumerable<(string Name, string Text)> Hostile()
    {
        const int Deep = 10_000;
        yield return ("10,000 arrays", new string('[', Deep) + new string(']', Deep));
        yield return ("10,000 objects", string.Concat(Enumerable.Repeat("{\"\":", Deep)) + "1" + new string('}', Deep));
        yield return ("10,000 members", Members(10_000, i => $"{i:x}"));
        yield return ("names that differ in the last bytes", Members(3000, i => "aaaaaaaaaa" + (char)('A' + (i / 676)) + (char)('a' + (i / 26 % 26)) + (char)('A' + (i % 26))));
        yield return ("names that differ in the first bytes", Members(3000, i => $"{i:d4}aaaaaaaa"));
        yield return ("names of multiples of 2^16", Members(3000, i => $"{(long)i << 16:x16}"));
        yield return ("names of zero bytes of all lengths", Members(100, i => string.Concat(Enumerable.Repeat("\\u0000", i))));
        yield return ("names that are swapped halves", Members(2000, i => $"{i:x8}{(i * 31) ^ 0x5A5A:x8}"));
        yield return ("one name, many times", "{" + string.Join(',', Enumerable.Repeat("\"a\":1", 10_000)) + "}");
        yield return ("one escaped name, many times", "{" + string.Join(',', Enumerable.Repeat("\"\\u0061\":1", 5_000)) + "}");
        yield return ("one name in many objects", "[" + string.Join(',', Enumerable.Repeat("{\"a\":1}", 8_000)) + "]");
        yield return ("a name of all the text, escaped", "{\"" + string.Concat(Enumerable.Repeat("\\n", 32_000)) + "\":1}");
        yield return ("a number of all the text", "[" + new string('9', 32_000) + ",1e" + new string('9', 32_000) + "]");
        yield return ("lone surrogates", "\"" + string.Concat(Enumerable.Repeat("\\ud800", 10_000)) + "\"");
        yield return ("white space", new string(' ', 60_000) + "1");
    }

    private static string Members(int count, Func<int, string> name) =>
        "{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{name(i)}\":1")) + "}";

    private static bool Run(byte[] input, string name, JsonPolicy policy) =>
        new FuzzRun(bytes => Read(bytes, policy), typeof(JsonFormatException)).Once(input, name);

    private void Run(JsonPolicy policy) =>
        new FuzzRun(bytes => Read(bytes, policy), typeof(JsonFormatException)).Damaged(Corpus(), JsonTokens.All, 60_000, output);

    private static byte[][] Corpus() =>
        [.. Enumerable.Range(0, 200).Select(seed => Encoding.UTF8.GetBytes(new RandomJson(seed).Document(5)))];

    /// <summary>Reads a document and all that is in it, and writes it back: what was read must be what is read again.</summary>
    private static void Read(byte[] text, JsonPolicy policy)
    {
        using JsonTree tree = JsonTree.Parse(text, policy);
        Stack<JsonCursor> open = new([new JsonCursor(tree.Root)]);
        int names = 0;
        while (open.TryPop(out JsonCursor cursor))
        {
            if (!cursor.MoveNext())
            {
                continue;
            }

            open.Push(cursor);
            open.Push(new JsonCursor(cursor.Value));
            _ = cursor.Value.AsString();
            names += cursor.IsObject ? cursor.Name.Length : 0;
        }

        using PooledBuffer written = new();
        new JsonWriter(written).WriteValue(tree.Root);
        JsonPolicy strict = JsonPolicy.Strict with { MaxDepth = policy.MaxDepth, MaxBytes = policy.MaxBytes };
        using JsonTree again = JsonTree.Parse(written.WrittenMemory, strict);
        Assert.True(JsonEquality.AreEqual(tree.Root, again.Root));
        Assert.True(names >= 0 && tree.Duplicates.All(name => name.Kind == JsonKind.String));
    }
}
