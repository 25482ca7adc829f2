using System.Text.Json;

namespace Webhooks.Client.Objects;

/// <summary>Finds out who an object is that can't be read otherwise.</summary>
internal static class UndecodableReader
{
    /// <summary>As deep as an API server's objects may be, and no more strict than Go.</summary>
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = 10_000, CommentHandling = JsonCommentHandling.Disallow };

    /// <summary>Reads name, namespace and version where they stand as they should.</summary>
    /// <param name="json">The object, which is JSON.</param>
    /// <param name="problem">Why it can't be read.</param>
    public static UndecodableObject Read(ReadOnlySpan<byte> json, JsonException problem)
    {
        string name = "";
        string space = "";
        string version = "";
        Utf8JsonReader reader = new(json, Options);
        reader.Read();
        bool isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isMetadata = reader.ValueTextEquals("metadata"u8);
            reader.Read();
            if (!isMetadata || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                string member = TextOf(ref reader);
                reader.Read();
                if (reader.TokenType != JsonTokenType.String)
                {
                    reader.Skip();
                    continue;
                }

                string text = TextOf(ref reader);
                (name, space, version) = member switch
                {
                    "name" => (text, space, version),
                    "namespace" => (name, text, version),
                    "resourceVersion" => (name, space, text),
                    _ => (name, space, version),
                };
            }
        }

        return new UndecodableObject(name.Length == 0 ? null : new ObjectKey(space, name), version, problem.Message);
    }

    /// <summary>A text; empty where it is no Unicode, which may be the very reason that the object can't be read.</summary>
    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
