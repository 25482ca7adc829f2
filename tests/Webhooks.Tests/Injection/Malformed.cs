using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Tests.Injection;

/// <summary>Objects with something in a place where their kind has something else.</summary>
internal static class Malformed
{
    private static readonly JsonValue[] Values =
        [.. new[] { "null", "[]", "{}", "\"\"", "\"x\"", "0", "1.5", "true", "[null]", "[{}]", "[[]]", "{\"name\":{}}", "[{\"name\":null}]", "[{\"name\":7}]" }.Select(json => JsonTree.Parse(json).Root)];

    /// <summary>The object with one or two parts replaced.</summary>
    public static string Of(string workload, Draws draws)
    {
        string malformed = workload;
        for (int count = draws.Pick(1, 1, 2); count > 0; count--)
        {
            JsonValue root = JsonTree.Parse(malformed).Root;
            JsonPointer path = Place(root, draws);
            if (path.ToString() is not ("/kind" or "/apiVersion"))
            {
                malformed = new JsonPatch(PatchOperation.Replace(path, draws.Pick(Values))).Apply(root).Freeze().ToString();
            }
        }

        return malformed;
    }

    private static JsonPointer Place(JsonValue root, Draws draws)
    {
        JsonPointer path = JsonPointer.Root;
        JsonValue here = root;
        while (here.Count > 0 && (path.Depth == 0 || draws.Chance(85)))
        {
            int index = draws.Below(here.Count);
            (path, here) = here.Kind == JsonKind.Object
                ? (path.Append(here.Members().ElementAt(index).Key), here.Members().ElementAt(index).Value)
                : (path.Append(index), here.Items().ElementAt(index));
        }

        return path;
    }
}
