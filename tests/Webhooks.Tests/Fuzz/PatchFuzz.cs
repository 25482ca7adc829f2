using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Webhooks.Shared.Fuzz;
using Webhooks.Tests.Patches;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Fuzz;

/// <summary>An input is a document, and behind it the patch that is applied to it.</summary>
public class PatchFuzz(ITestOutputHelper output)
{
    private static readonly PatchLimits Limits = PatchLimits.Default with { MaxCopiedBytes = 1024 * 1024 };

    private static readonly string[] Tokens =
    [
        .. JsonTokens.All,
        "/", "~", "~0", "~1", "/-", "/0", "/a", "\"path\":\"\",", "\"from\":\"\",", "\"value\":{},", "add", "remove", "replace", "move", "copy", "test",
        "{\"op\":\"copy\",\"from\":\"\",\"path\":\"/a\"},", "{\"op\":\"copy\",\"from\":\"/a\",\"path\":\"/b\"},", "{\"op\":\"move\",\"from\":\"/a\",\"path\":\"\"},",
        "{\"op\":\"add\",\"path\":\"/-\",\"value\":0},", "{\"op\":\"remove\",\"path\":\"/a\"},", "{\"op\":\"remove\",\"path\":\"\"},", "{\"op\":\"test\",\"path\":\"\",\"value\":{}},",
    ];

    [Fact]
    public void Patches_stand_up_to_damaged_documents_and_operations() => Fuzz().Damaged(Corpus(), Tokens, 60_000, output);

    [Theory]
    [MemberData(nameof(PatchFuzzCases.All), MemberType = typeof(PatchFuzzCases))]
    public void Patches_stand_up_to_hostile_operations(string name, string text)
    {
        byte[] input = Encoding.UTF8.GetBytes(text);
        Assert.True(input.Length <= FuzzMutations.LongestInput, $"{input.Length} bytes");
        Fuzz().Once(input, name);
    }

    private static FuzzRun Fuzz() => new(Read, typeof(JsonFormatException), typeof(JsonPatchException));

    private static byte[][] Corpus()
    {
        IEnumerable<string> random = Enumerable.Range(0, 200).Select(seed => new RandomPatch(seed).Draw()).Select(drawn => drawn.Document + "\n" + drawn.Patch);
        IEnumerable<string> records = PatchRecord.Load("tests.json").Concat(PatchRecord.Load("spec_tests.json")).Select(record => record.Doc + "\n" + record.Patch);
        return [.. random.Concat(records).Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>Applies the patch: the document must stay as it was, and the result be a document within its limits.</summary>
    private static void Read(byte[] input)
    {
        JsonTree document = JsonTree.ParseFirst(input);
        JsonPatch patch = JsonPatch.Parse(input.AsMemory(document.Consumed));
        byte[] before = input[..document.Consumed];
        try
        {
            JsonDraft draft = patch.Apply(document.Root, Limits);
            JsonValue result = draft.Freeze();
            Assert.True(JsonEquality.AreEqual(draft, result));
            Assert.True(result.RawText.Length <= (2 * input.Length) + Limits.MaxCopiedBytes);
            Assert.Equal(patch.ToString(), JsonPatch.Parse(patch.ToString()).ToString());
        }
        finally
        {
            Assert.Equal(before, input.AsSpan(0, document.Consumed));
        }
    }
}
