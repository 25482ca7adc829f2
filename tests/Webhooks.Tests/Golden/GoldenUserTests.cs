using System.Text.Json;
using Webhooks.Admission.Users;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.Tests.Golden;

/// <summary>Every case of Users through the library alone.</summary>
public sealed class GoldenUserTests
{
    public static TheoryData<string> Cases => [.. UserCases.All.Select(one => one.Name)];

    public static TheoryData<string> Rules => [.. UserRuleCatalog.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_library_answers_what_the_case_expects(string name)
    {
        GoldenRewriting.WhenAsked();
        UserCase one = UserCases.Named(name);
        string[] problems = [.. one.Problems(), .. GoldenComparison.Problems(one, new Dictionary<string, string> { [UserCase.Answer] = one.Decide() })];
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_is_shown_accepting_and_refusing(string rule)
    {
        JsonElement[] answers = [.. UserCases.All.Where(one => one.Group == rule).Select(one => JsonDocument.Parse(File.ReadAllText(one.PathOf(UserCase.Answer))).RootElement.GetProperty("response"))];
        Assert.Contains(answers, answer => answer.GetProperty("allowed").GetBoolean());
        Assert.Contains(answers, answer => CausesOf(answer).Any(cause => cause.EndsWith($"(docs/users.md#{rule})", StringComparison.Ordinal)));
    }

    [Fact]
    public void No_case_stands_beside_the_others() => Assert.Empty(GoldenCases.Strays(UserCases.Root));

    private static IEnumerable<string> CausesOf(JsonElement answer) => answer.TryGetProperty("status", out JsonElement status)
        ? status.GetProperty("details").GetProperty("causes").EnumerateArray().Select(cause => cause.GetProperty("message").GetString()!)
        : [];
}
