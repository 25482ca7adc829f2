using Xunit;

namespace Webhooks.Tests.Fuzz;

/// <summary>Documents and patches of at most 64 KB that ask for much work.</summary>
internal static class PatchFuzzCases
{
    private static readonly string Wide = Members(3000, i => $"{i:x}");

    public static TheoryData<string, string> All => new()
    {
        { "copies that double", Patch("[1]", 1000, _ => Operation("copy", "/-", "\"from\":\"\"")) },
        { "copies of a changed document", Patch(Wide, 300, i => i % 2 == 0 ? Operation("copy", "/x", "\"from\":\"/1\"") : Operation("copy", "/x", "\"from\":\"\"")) },
        { "changes in a wide object", Patch(Wide, 700, _ => Operation("replace", "/bb7", "\"value\":1")) },
        { "look-ups of escaped names", Patch(Members(2500, i => $"\\u0061{i:x}"), 600, _ => Operation("test", "/a9c3", "\"value\":1")) },
        { "changes of escaped names", Patch(Members(2500, i => $"\\u0061{i:x}"), 600, _ => Operation("replace", "/a9c3", "\"value\":1")) },
        { "insertions at the start of a long array", Patch(Array(15_000), 600, _ => Operation("add", "/0", "\"value\":1")) },
        { "tests at the end of a long array", Patch(Array(15_000), 600, _ => Operation("test", "/14999", "\"value\":1")) },
        { "moves within a long array", Patch(Array(15_000), 600, _ => Operation("move", "/0", "\"from\":\"/14999\"")) },
        { "a test of a document in another order", Test(1500) },
        { "a long pointer", Patch(new string('[', 200) + new string(']', 200), 1, _ => Operation("add", Slashes("/0", 20_000), "\"value\":1")) },
        { "a deep change, many times", Patch(new string('[', 256) + new string(']', 256), 50, _ => Operation("add", Slashes("/0", 255) + "/-", "\"value\":1")) },
        { "moves of all there is", Patch(Wide, 400, i => i % 2 == 0 ? Operation("move", "/0/x", "\"from\":\"/1\"") : Operation("move", "/1", "\"from\":\"/0\"")) },
        { "a document made deeper step by step", Patch("{\"a\":{}}", 600, _ => Operation("copy", "/a", "\"from\":\"\"")) },
        { "tests of all there is", Patch(Members(300, i => $"{i:x}"), 15, _ => Operation("test", "", $"\"value\":{Members(300, i => $"{299 - i:x}")}")) },
    };

    private static string Test(int count) => Patch(Members(count, i => $"{i:x}"), 1, _ => Operation("test", "", $"\"value\":{Members(count, i => $"{count - 1 - i:x}")}"));

    private static string Patch(string document, int count, Func<int, string> operation) =>
        document + "[" + string.Join(',', Enumerable.Range(0, count).Select(operation)) + "]";

    private static string Operation(string op, string path, string rest) => $"{{\"op\":\"{op}\",\"path\":\"{path}\",{rest}}}";

    private static string Members(int count, Func<int, string> name) =>
        "{" + string.Join(',', Enumerable.Range(0, count).Select(i => $"\"{name(i)}\":1")) + "}";

    private static string Array(int count) => "[" + string.Join(',', Enumerable.Repeat("1", count)) + "]";

    private static string Slashes(string token, int count) => string.Concat(Enumerable.Repeat(token, count));
}
