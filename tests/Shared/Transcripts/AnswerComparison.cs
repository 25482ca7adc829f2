using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>Compares an answer with the recorded one.</summary>
internal static class AnswerComparison
{
    private const string Absent = "nothing";

    /// <summary>Compares, and binds the placeholders that the answer gives values.</summary>
    /// <returns>All differences; empty: it is the recorded answer.</returns>
    public static ImmutableArray<Difference> Compare(RecordedResponse expected, Answer got, Bindings bindings, ComparisonRules rules)
    {
        List<Difference> differences = [];
        if (expected.Status != got.Status)
        {
            differences.Add(new("status", Number(expected.Status), got.Body is null ? Number(got.Status) : $"{Number(got.Status)} {got.Text}"));
            return [.. differences];
        }

        Header("Content-Type", expected.ContentType, got.ContentType, expected.IsPartial, differences);
        Header("Warning", Join(expected.Warnings), Join(got.Warnings), expected.IsPartial, differences);
        Header("Retry-After", expected.RetryAfter, got.RetryAfter, expected.IsPartial, differences);
        if (got.Body != null)
        {
            Body(expected, got, bindings, rules, differences);
        }

        return [.. differences];
    }

    /// <summary>Of an answer that does not matter: its status, and the part of the body that is shown.</summary>
    public static ImmutableArray<Difference> CompareSetup(RecordedResponse expected, Answer got, Bindings bindings, ComparisonRules rules) =>
        Compare(new RecordedResponse(expected.Status) { IsPartial = true, Body = expected.IsPartial ? expected.Body : null }, got, bindings, rules);

    private static void Header(string name, string? expected, string? got, bool isPartial, List<Difference> differences)
    {
        if (expected != got && !(isPartial && expected is null))
        {
            differences.Add(new($"headers.{name}", expected ?? Absent, got ?? Absent));
        }
    }

    private static void Body(RecordedResponse expected, Answer got, Bindings bindings, ComparisonRules rules, List<Difference> differences)
    {
        if (expected.Body is { } body)
        {
            try
            {
                JsonElement json = TranscriptJson.Parse(got.Body);
                if (expected.IsPartial)
                {
                    new JsonContainment(bindings, differences).Compare(body, json, "body");
                }
                else
                {
                    new JsonComparison(bindings, rules, differences).Compare(body, json, "body");
                }
            }
            catch (FormatException failure)
            {
                differences.Add(new("body", "JSON", $"{failure.Message}: {got.Text}"));
            }
        }
        else if ((expected.Text ?? (expected.IsPartial ? null : "")) is { } text && PlaceholderText.Compare(text, Shown(got, rules), bindings) is { } problem)
        {
            differences.Add(new("text", text, Explained(got.Text, problem)));
        }
    }

    private static string Shown(Answer got, ComparisonRules rules) =>
        got.ContentType == "application/yaml" && !rules.ShowsManagedFields ? YamlText.WithoutManagedFields(got.Text) : got.Text;

    /// <summary>What came, and what is wrong with it where that is not plain to see.</summary>
    public static string Explained(string got, string problem) => problem.Length == 0 ? got : $"{got} ({problem})";

    private static string? Join(ImmutableArray<string> values) => values.IsEmpty ? null : string.Join(" | ", values);

    private static string Number(int status) => status.ToString(CultureInfo.InvariantCulture);
}
