using System.Text.Json;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.Tests.Golden;

/// <summary>Every case of <c>validate</c> and <c>check-crd</c> through the command line, in this process.</summary>
public sealed class GoldenValidateTests
{
    public static TheoryData<string> Cases => [.. ValidateCases.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_command_prints_what_the_case_expects(string name)
    {
        GoldenRewriting.WhenAsked();
        string[] problems = ValidateRun.Problems(ValidateCases.Named(name), InProcess.RunWith);
        Assert.True(problems.Length == 0, string.Join('\n', problems));
    }

    /// <summary>Whatever is told of in the one form is at the same place in the other.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Both_formats_say_the_same(string name)
    {
        ValidateCase one = ValidateCases.Named(name);
        string text = InProcess.RunWith(one.Input, one.Arguments("text")).Output;
        CommandResult json = InProcess.RunWith(one.Input, one.Arguments("json"));
        JsonElement[] objects = [.. json.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
        foreach (JsonElement judged in objects)
        {
            string file = judged.GetProperty("file").GetString()!;
            string verdict = judged.GetProperty("verdict").GetString()!;
            JsonElement[] causes = [.. judged.GetProperty("causes").EnumerateArray()];
            Assert.Equal(verdict == "unknown" ? JsonValueKind.Null : JsonValueKind.Number, judged.GetProperty("code").ValueKind);
            Assert.Equal(verdict == "valid", judged.GetProperty("stored").ValueKind == JsonValueKind.Object && judged.GetProperty("message").ValueKind == JsonValueKind.Null);
            if (causes.Length == 0 || verdict != "invalid")
            {
                Assert.Contains($"{file}:", text, StringComparison.Ordinal);
            }
            else if (judged.GetProperty("reason").GetString() == "Invalid")
            {
                Assert.All(causes, cause => Assert.Contains(
                    text.Split('\n'),
                    line => line.Contains($"{file}:{cause.GetProperty("line")}:{cause.GetProperty("column")}: ", StringComparison.Ordinal)
                        && line.EndsWith($"{cause.GetProperty("field")}: {cause.GetProperty("message")}", StringComparison.Ordinal)));
            }
        }
    }

    [Fact]
    public void The_cases_are_found()
    {
        Assert.InRange(ValidateCases.All.Count, 70, int.MaxValue);
        Assert.Empty(GoldenCases.Strays(ValidateCases.Root));
    }
}
