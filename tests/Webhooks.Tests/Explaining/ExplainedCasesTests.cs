using System.Text.RegularExpressions;
using Webhooks.Admission.Injection;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Webhooks.Shared.Golden;
using Webhooks.Tests.Golden;
using Xunit;

namespace Webhooks.Tests.Explaining;

/// <summary>Whatever a case is about, <c>explain</c> says of it what was decided: no more, no less, and to the letter.</summary>
public sealed class ExplainedCasesTests
{
    private static readonly string[] Members = ["object", "template", "decision", "reason", "warnings", "patch"];

    /// <summary>The cases that can be read.</summary>
    public static TheoryData<string> Cases =>
        [.. GoldenCases.All.Where(one => !one.Has(GoldenFile.Exit) || GoldenComparison.Read(one, GoldenFile.Exit) != "2\n").Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_lines_say_what_was_decided(string name)
    {
        InjectionDecision[] decisions = Decisions(name);
        JsonValue[] lines = Lines(name);
        Assert.Equal(decisions.Sum(decision => decision.Outcomes.Count), lines.Length);
        int next = 0;
        foreach (InjectionDecision decision in decisions)
        {
            JsonValue[] own = lines[next..(next += decision.Outcomes.Count)];
            Assert.All(own, line => Assert.Equal(Members, line.Members().Select(member => member.Key)));
            Assert.Equal(
                decision.Outcomes.Select(outcome => (outcome.Template, outcome.Reason.Name())),
                own.Select(line => (line["template"].AsString(), line["reason"].GetString())));
            Assert.Equal(
                decision.Warnings.Select(warning => warning.Text).Order(StringComparer.Ordinal),
                own.SelectMany(line => line["warnings"].Items()).Select(warning => warning.GetString()).Order(StringComparer.Ordinal));
            JsonPatch patch = decision is InjectionDecision.Changed changed ? changed.Patch : JsonPatch.Empty;
            Assert.Equal(patch.ToString(), own[0]["patch"].ToString());
            Assert.All(own[1..], line => Assert.Equal(JsonKind.Null, line["patch"].Kind));
            AssertWord(decision, own);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_text_names_every_template_with_its_reason_and_every_warning(string name)
    {
        string text = Explain(name, "text");
        string words = Regex.Replace(text, @"\s+", " ");
        foreach (InjectionDecision decision in Decisions(name))
        {
            Assert.All(decision.Outcomes.Where(outcome => outcome.Template != null), outcome =>
                Assert.Matches(@$"(?m)^  [+\-~=!] {Regex.Escape(outcome.Template!)}: {outcome.Reason.Name()}$", text));
            Assert.All(decision.Warnings, warning => Assert.Contains(Regex.Replace(warning.Text, @"\s+", " "), words, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(text, next => char.IsControl(next) && next != '\n');
    }

    private static void AssertWord(InjectionDecision decision, JsonValue[] lines)
    {
        string[] words = [.. lines.Select(line => line["decision"].GetString())];
        if (decision is InjectionDecision.Denied)
        {
            Assert.Contains("deny", words);
            Assert.All(words, word => Assert.True(word is "deny" or "skip"));
            return;
        }

        Assert.Equal(
            decision.Outcomes.Select(outcome => outcome.Reason switch
            {
                InjectionReason.Injected => "inject",
                InjectionReason.Removed => "remove",
                _ => "skip",
            }),
            words);
    }

    private static InjectionDecision[] Decisions(string name) =>
        [.. CaseDecision.Of(GoldenCases.Named(name)).SelectMany(document => document.Decisions)];

    private static JsonValue[] Lines(string name) =>
        [.. Explain(name, "json").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonTree.Parse(line).Root)];

    private static string Explain(string name, string format) => InProcess.Run(GoldenCases.Named(name).Arguments("explain", format)).Output;
}
