using System.Text.Json;
using Webhooks.Resources.Json;

namespace Webhooks.Client.Objects;

/// <summary>Reads answers as trees.</summary>
internal static class JsonAnswer
{
    /// <summary>The answer, which is an object.</summary>
    /// <exception cref="JsonException">It is none, or no JSON.</exception>
    public static JsonValue Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            JsonValue root = JsonTree.Parse(json, JsonPolicy.Server).Root;
            return root.Kind == JsonKind.Object ? root : throw new JsonException("the answer is no object");
        }
        catch (JsonFormatException problem)
        {
            throw new JsonException(problem.Message, problem);
        }
    }
}
