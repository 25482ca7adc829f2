using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.JsonPatch;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;
using Xunit;

namespace Webhooks.Tests.Patches;

/// <summary>Patches against Microsoft.AspNetCore.JsonPatch as a second opinion.</summary>
/// <remarks>
/// Asked only where it keeps to RFC 6902, which is the domain of <see cref="RandomPatch"/>. Elsewhere it may move a
/// value into itself, and differs as the second test here lists.
/// </remarks>
public class PatchProperties
{
    [Fact]
    public void A_patch_gives_what_another_implementation_gives()
    {
        int applied = 0;
        int refused = 0;
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue).Select(seed => new RandomPatch(seed).Draw())), drawn =>
        {
            (string document, string patch) = drawn;
            string? ours = Ours(document, patch);
            _ = ours == null ? refused++ : applied++;
            string? theirs = Theirs(document, patch);
            return (ours == null && theirs == null)
                || (ours != null && theirs != null && JToken.DeepEquals(JToken.Parse(ours), JToken.Parse(theirs)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000).WithReplay(6902, 1));
        Assert.True(applied > 3000 && refused > 1000, $"{applied} applied, {refused} refused: the patches prove little");
    }

    [Theory]
    // "-" is taken for the last item where RFC 6901 has none.
    [InlineData("{\"a\":[1,2]}", "[{\"op\":\"remove\",\"path\":\"/a/-\"}]", null)]
    [InlineData("{\"a\":[1,2]}", "[{\"op\":\"replace\",\"path\":\"/a/-\",\"value\":3}]", null)]
    [InlineData("{\"a\":[1,2]}", "[{\"op\":\"copy\",\"from\":\"/a/-\",\"path\":\"/b\"}]", null)]
    // Leading zeros, a missing "/" and a missing value are forgiven.
    [InlineData("{\"a\":[1,2]}", "[{\"op\":\"remove\",\"path\":\"/a/01\"}]", null)]
    [InlineData("{\"a\":1}", "[{\"op\":\"add\",\"path\":\"b\",\"value\":1}]", null)]
    [InlineData("{\"a\":1}", "[{\"op\":\"add\",\"path\":\"/b\"}]", null)]
    // The whole document and the empty name cannot be named.
    [InlineData("{\"a\":1}", "[{\"op\":\"replace\",\"path\":\"\",\"value\":{}}]", "{}")]
    [InlineData("{\"a\":1}", "[{\"op\":\"test\",\"path\":\"\",\"value\":{\"a\":1}}]", "{\"a\":1}")]
    [InlineData("{\"a\":1}", "[{\"op\":\"add\",\"path\":\"/\",\"value\":2}]", "{\"a\":1,\"\":2}")]
    // A test compares numbers by their literals, and members in their order.
    [InlineData("{\"a\":1}", "[{\"op\":\"test\",\"path\":\"/a\",\"value\":1.0}]", "{\"a\":1}")]
    [InlineData("{\"a\":{\"x\":1,\"y\":2}}", "[{\"op\":\"test\",\"path\":\"/a\",\"value\":{\"y\":2,\"x\":1}}]", "{\"a\":{\"x\":1,\"y\":2}}")]
    public void Where_they_differ_the_RFC_decides(string document, string patch, string? result)
    {
        Assert.Equal(result, Ours(document, patch));
        string? theirs;
        try
        {
            theirs = Theirs(document, patch);
        }
        catch (ArgumentException)
        {
            theirs = "a fault";
        }

        Assert.NotEqual(result, theirs);
    }

    private static string? Ours(string document, string patch)
    {
        JsonValue source = JsonTree.Parse(document).Root;
        try
        {
            return JsonPatch.Parse(patch).Apply(source).Freeze().ToString();
        }
        catch (JsonPatchException)
        {
            return null;
        }
        finally
        {
            Assert.Equal(document, Encoding.UTF8.GetString(source.RawText));
        }
    }

    private static string? Theirs(string document, string patch)
    {
        try
        {
            JToken target = JToken.Parse(document);
            JsonConvert.DeserializeObject<JsonPatchDocument>(patch)!.ApplyTo(target);
            return target.ToString(Formatting.None);
        }
        catch (Exception problem) when (problem is JsonPatchException or Microsoft.AspNetCore.JsonPatch.Exceptions.JsonPatchException or JsonSerializationException)
        {
            return null;
        }
    }
}
