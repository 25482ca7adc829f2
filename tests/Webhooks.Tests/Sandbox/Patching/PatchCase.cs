using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Xunit;

namespace Webhooks.Tests.Sandbox.Patching;

/// <summary>What a patch makes of a document, as one text: the result, or the refusal as <c>422: message</c>.</summary>
internal static class PatchCase
{
    public static JsonValue Json(string text) => JsonTree.Parse(Encoding.UTF8.GetBytes(text), JsonPolicy.Server).Root;

    public static string Outcome(Func<JsonValue> apply)
    {
        try
        {
            return apply().ToString();
        }
        catch (StatusException refusal)
        {
            return $"{refusal.Status.Code}: {refusal.Status.Message}";
        }
    }

    /// <summary>True values in any order of members.</summary>
    public static void Same(string expected, string actual)
    {
        if (expected.StartsWith('{') || expected.StartsWith('['))
        {
            Assert.True(actual.Length > 0 && actual[0] == expected[0] && JsonEquality.AreEqual(Json(expected), Json(actual)), $"expected {expected}\ngot      {actual}");
        }
        else
        {
            Assert.Equal(expected, actual);
        }
    }
}
