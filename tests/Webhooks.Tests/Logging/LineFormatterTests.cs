using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Webhooks.Server.Logging;
using Xunit;

namespace Webhooks.Tests.Logging;

#pragma warning disable CA1848, CA1873, CA2254 // Messages made up here are what is tested.
public sealed class LineFormatterTests
{
    private const string Ts = "2026-11-28T17:31:52.123Z";

    [Fact]
    public void A_text_line_has_time_level_and_message() =>
        Assert.Equal($"{Ts} WRN the file logging.yaml is gone\n", WrittenLines.Of(LogFormat.Text, log => log.LogWarning("the file {Path} is gone", "logging.yaml")));

    [Fact]
    public void What_the_message_does_not_say_follows_it() => Assert.Equal(
        $"""{Ts} INF ready plain=a:b/c.d empty="" spaced="two words" quoted="a\"b\\c" equal="a=b" number=-1.5 yes=true""" + "\n",
        Fields(LogFormat.Text, ("plain", "a:b/c.d"), ("empty", ""), ("none", null), ("spaced", "two words"), ("quoted", "a\"b\\c"), ("equal", "a=b"), ("number", -1.5), ("yes", true)));

    [Fact]
    public void A_json_line_is_a_flat_object() => Assert.Equal(
        $$"""{"ts":"{{Ts}}","level":"info","logger":"Webhooks.Server.Admission","msg":"ready","text":"a\"b\\c","number":-1.5,"count":7,"yes":false,"nan":"NaN","when":"2026-01-02T03:04:05.000Z"}""" + "\n",
        Fields(LogFormat.Json, ("text", "a\"b\\c"), ("none", null), ("number", -1.5), ("count", 7L), ("yes", false), ("nan", double.NaN),
            ("when", new DateTimeOffset(2026, 1, 2, 4, 4, 5, TimeSpan.FromHours(1)))));

    [Fact]
    public void Names_are_unique_in_a_json_line()
    {
        string line = Fields(LogFormat.Json, ("msg", "mine"), ("a", 1), ("a", 2));
        Assert.EndsWith("""
            "msg":"ready","msg_":"mine","a":1}

            """, line, StringComparison.Ordinal);
        JsonDocument.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false }).Dispose();
    }

    [Theory]
    [InlineData("a\nb", @"a\nb")]
    [InlineData("a\r\n2026-11-28T17:31:52.123Z INF forged", @"a\r\n2026-11-28T17:31:52.123Z INF forged")]
    [InlineData("\u001b[31mred", @"\u001b[31mred")]
    [InlineData("\0\t\u007f\u0085", @"\u0000\t\u007f\u0085")]
    [InlineData("a\u2028b\u2029c", @"a\u2028b\u2029c")]
    [InlineData("a\u202eb", @"a\u202eb")]
    [InlineData("é😀", "é😀")]
    public void Nobody_can_forge_a_line(string hostile, string shown)
    {
        string text = WrittenLines.Of(LogFormat.Text, log => log.LogInformation("got {Value}", hostile));
        Assert.Equal($"{Ts} INF got {shown}\n", text);
        Assert.Contains($"value={(LogText.IsPlain(hostile) ? shown : $"\"{shown}\"")}", Fields(LogFormat.Text, ("value", hostile)), StringComparison.Ordinal);

        string json = Fields(LogFormat.Json, ("value", hostile));
        Assert.Contains($"\"value\":\"{shown}\"", json, StringComparison.Ordinal);
        Assert.Equal(1, json.Count(next => next == '\n'));
        using JsonDocument parsed = JsonDocument.Parse(json);
        Assert.Equal(hostile, parsed.RootElement.GetProperty("value").GetString());
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text() =>
        Assert.EndsWith("\"value\":\"a\ufffdb\"}\n", Fields(LogFormat.Json, ("value", "a\ud800b")), StringComparison.Ordinal);

    [Fact]
    public void The_name_of_a_value_can_not_forge_a_line_either() =>
        Assert.Contains(@" a\nb=1", Fields(LogFormat.Text, ("a\nb", 1)), StringComparison.Ordinal);

    [Fact]
    public void Long_values_are_cut_and_marked()
    {
        string fits = new('x', 1024);
        Assert.EndsWith($" value={fits}\n", Fields(LogFormat.Text, ("value", fits)), StringComparison.Ordinal);
        Assert.EndsWith($" value=\"{fits}… 3 more\"\n", Fields(LogFormat.Text, ("value", fits + "yyy")), StringComparison.Ordinal);
        Assert.EndsWith($"\"value\":\"{fits}… 3 more\"}}\n", Fields(LogFormat.Json, ("value", fits + "yyy")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pair_of_surrogates_is_not_cut_in_two() => Assert.EndsWith(
        $"\"value\":\"{new string('x', 1023)}… 2 more\"}}\n", Fields(LogFormat.Json, ("value", new string('x', 1023) + "😀")), StringComparison.Ordinal);

    [Fact]
    public void An_exception_is_told_by_type_and_message_and_an_error_s_stack_too()
    {
        Exception failure = Thrown();
        string warning = WrittenLines.Of(LogFormat.Text, log => log.LogWarning(failure, "it failed"));
        Assert.Equal($"{Ts} WRN it failed exception=\"System.InvalidOperationException: outer\\nline\"\n", warning);

        string error = WrittenLines.Of(LogFormat.Text, log => log.LogError(failure, "it failed"));
        Assert.Equal(1, error.Count(next => next == '\n'));
        Assert.Contains(" stack=\"System.InvalidOperationException: outer\\nline\\n ---> System.IO.IOException: inner\\n", error, StringComparison.Ordinal);

        using JsonDocument json = JsonDocument.Parse(WrittenLines.Of(LogFormat.Json, log => log.LogError(failure, "it failed")));
        Assert.Equal("System.InvalidOperationException", json.RootElement.GetProperty("exception").GetString());
        Assert.Equal("outer\nline", json.RootElement.GetProperty("exceptionMessage").GetString());
        Assert.Contains(nameof(Thrown), json.RootElement.GetProperty("stack").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Loggers_of_others_are_named() => Assert.Equal(
        $"{Ts} WRN slow logger=Microsoft.AspNetCore.Server.Kestrel\n",
        WrittenLines.Of(LogFormat.Text, log => log.LogWarning("slow"), category: "Microsoft.AspNetCore.Server.Kestrel"));

    [Fact]
    public void No_culture_changes_a_line()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            Assert.EndsWith("number=-1.5\n", Fields(LogFormat.Text, ("number", -1.5)), StringComparison.Ordinal);
            Assert.EndsWith("\"number\":-1.5}\n", Fields(LogFormat.Json, ("number", -1.5)), StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Fields(LogFormat format, params IReadOnlyList<(string Name, object? Value)> fields) => WrittenLines.Of(format, log => log.Log(
        LogLevel.Information, default, fields.Select(field => new KeyValuePair<string, object?>(field.Name, field.Value)).ToList(), null, (_, _) => "ready"));

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException("outer\nline", new IOException("inner"));
        }
        catch (InvalidOperationException failure)
        {
            return failure;
        }
    }
}
