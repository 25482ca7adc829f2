using System.Text.Json;
using Webhooks.Resources.Json;

namespace Webhooks.Client.Objects;

/// <summary>Reads lists of whole objects. One that can't be read spoils nothing but itself.</summary>
internal static class DocumentListReader
{
    /// <summary>Reads a list as an API server answers it.</summary>
    /// <exception cref="JsonException">It is not a list, or no JSON.</exception>
    public static ObjectList<KubernetesDocument> Read(ReadOnlyMemory<byte> json)
    {
        JsonValue root = JsonAnswer.Parse(json);
        if (root["items"u8].IsMissing)
        {
            throw new JsonException("the answer is no list: it has no items");
        }

        List<KubernetesDocument> items = [];
        List<UndecodableObject> undecodable = [];
        foreach (JsonValue item in root["items"u8].Items())
        {
            // A copy: an object does not keep the list that it came in.
            byte[] text = item.RawText.ToArray();
            try
            {
                items.Add(KubernetesDocument.Parse(text));
            }
            catch (JsonException problem)
            {
                undecodable.Add(UndecodableReader.Read(text, problem));
            }
        }

        JsonValue metadata = root["metadata"u8];
        return new ObjectList<KubernetesDocument>(
            items,
            undecodable,
            metadata["resourceVersion"u8].AsString() ?? "",
            metadata["continue"u8].AsString() ?? "",
            metadata["remainingItemCount"u8].TryGetInt64(out long count) ? count : null);
    }
}
