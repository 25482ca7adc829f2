using Webhooks.Admission.Injection;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.Tests.Golden;

/// <summary>
/// Every case through the library alone, as the webhook will enter it. Cases that end with 2 are not among them:
/// what can't be read is not decided about.
/// </summary>
public sealed class GoldenLibraryTests
{
    private const string Warning = "warning: ";
    private const string Denied = "error: denied: ";
    private const string Error = "error: ";

    public static TheoryData<string> Cases => [.. Decided().Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_library_decides_what_the_case_expects(string name)
    {
        GoldenCase one = GoldenCases.Named(name);
        CaseDecision[] decisions = [.. CaseDecision.Of(one)];

        string patches = string.Concat(decisions.Select(decision => decision.Patch + "\n"));
        Assert.Equal(Text(one, GoldenFile.Patch), GoldenRun.OperationsOnLines(patches));
        AssertTrees(one, [.. decisions.Select(decision => decision.Result).Where(result => !result.IsMissing)]);
        AssertMessages(one, [.. decisions.SelectMany(decision => decision.Decisions)]);
    }

    private static IEnumerable<GoldenCase> Decided()
    {
        GoldenRewriting.WhenAsked();
        return GoldenCases.All.Where(one => one.IsDecided);
    }

    private static string Text(GoldenCase one, string file) => one.Has(file) ? GoldenComparison.Read(one, file) : "";

    private static void AssertTrees(GoldenCase one, JsonValue[] results)
    {
        YamlDocument[] printed = one.Has(GoldenFile.Yaml) ? [.. CaseFiles.Documents(File.ReadAllBytes(one.PathOf(GoldenFile.Yaml)))] : [];
        Assert.Equal(results.Length, printed.Length);
        foreach ((JsonValue result, YamlDocument document) in results.Zip(printed))
        {
            Assert.True(JsonEquality.AreEqual(result, document.Root), $"decided:\n{result}\nprinted:\n{document.Root}");
        }
    }

    /// <summary>The command line puts a place and a title before what the library says, and nothing else.</summary>
    private static void AssertMessages(GoldenCase one, InjectionDecision[] decisions)
    {
        string[] lines = Text(one, GoldenFile.Errors).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        AssertEnds(Lines(lines, Warning), [.. decisions.SelectMany(decision => decision.Warnings).Select(warning => warning.Text)]);
        AssertEnds(Lines(lines, Denied), [.. decisions.OfType<InjectionDecision.Denied>().Select(denied => denied.Status.Message!)]);
        Assert.Equal(
            CaseSettings.Of(one).Loaded.Problems.Select(problem => problem.ToString()),
            Lines(lines, Error).Where(line => !line.StartsWith("denied: ", StringComparison.Ordinal)));
    }

    private static string[] Lines(string[] lines, string start) =>
        [.. lines.Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(line => line[start.Length..])];

    private static void AssertEnds(string[] lines, string[] messages)
    {
        Assert.Equal(messages.Length, lines.Length);
        Assert.All(lines.Zip(messages), pair => Assert.EndsWith($": {pair.Second}", pair.First, StringComparison.Ordinal));
    }
}
