using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Xunit;

namespace Webhooks.Tests.Patches;

/// <summary>The public suite json-patch/json-patch-tests, whole.</summary>
public class PatchSuiteTests
{
    [Theory]
    [InlineData("tests.json", 95, 92)]
    [InlineData("spec_tests.json", 17, 16)]
    public void Every_record_of_the_public_suite_gives_what_it_says(string file, int all, int enabled)
    {
        List<PatchRecord> records = PatchRecord.Load(file);
        Assert.Equal(all, records.Count);
        Assert.Equal(enabled, records.Count(record => !record.IsDisabled));
        string[] failures = [.. records.Select(Check).OfType<string>()];
        Assert.True(failures.Length == 0, string.Join('\n', failures));
    }

    [Theory]
    [InlineData("tests.json", "\"patch has two 'op' members\"")]
    [InlineData("spec_tests.json", "\"operation has two 'op' members\"")]
    public void A_duplicate_member_of_an_operation_is_an_error(string file, string error)
    {
        PatchRecord record = Assert.Single(PatchRecord.Load(file), record => record.Error == error);
        Assert.True(record.IsDisabled);
        JsonFormatException problem = Assert.Throws<JsonFormatException>(() => JsonPatch.Parse(record.Patch));
        Assert.Equal("duplicate member \"op\"", problem.Problem);
    }

    private static string? Check(PatchRecord record)
    {
        try
        {
            string result = JsonPatch.Parse(record.Patch).Apply(JsonTree.Parse(record.Doc).Root).Freeze().ToString();
            if (record.Error != null)
            {
                return $"{record}: gave {result}, not the error {record.Error}";
            }

            // A record without an expectation only asks that the patch applies.
            return record.Expected == null || JsonEquality.AreEqual(JsonTree.Parse(result).Root, JsonTree.Parse(record.Expected).Root)
                ? null
                : $"{record}: gave {result}";
        }
        catch (Exception problem) when (problem is JsonPatchException or JsonFormatException)
        {
            return record.Error != null ? null : $"{record}: {problem.Message}";
        }
    }
}
