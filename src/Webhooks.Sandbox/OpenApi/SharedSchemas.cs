using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>Schemas of built-in types that documents of custom resources have too.</summary>
internal static class SharedSchemas
{
    private static readonly string[] Needed = ["ObjectMeta", "ListMeta", "Status", "DeleteOptions", "Patch"];

    /// <summary>Those of the metadata and of the bodies of requests, and all that they refer to, by name.</summary>
    /// <param name="hasScale">Whether the scale subresource is among them.</param>
    public static SortedDictionary<string, JsonValue> Of(bool hasScale)
    {
        JsonValue published = BuiltInData.SchemaDocument(new GroupVersion("", "v1"));
        SortedDictionary<string, JsonValue> found = new(StringComparer.Ordinal);
        Stack<string> open = new(Needed.Select(type => SchemaNames.Meta + type));
        if (hasScale)
        {
            open.Push(SchemaNames.Scale);
        }

        while (open.TryPop(out string? name))
        {
            if (published[name] is { IsMissing: false } schema && found.TryAdd(name, schema))
            {
                PushReferences(schema, open);
            }
        }

        return found;
    }

    private static void PushReferences(JsonValue schema, Stack<string> open)
    {
        ReadOnlySpan<byte> mark = "\"#/components/schemas/"u8;
        ReadOnlySpan<byte> text = schema.RawText;
        while (text.IndexOf(mark) is >= 0 and var start)
        {
            text = text[(start + mark.Length)..];
            open.Push(Encoding.UTF8.GetString(text[..text.IndexOf((byte)'"')]));
        }
    }
}
