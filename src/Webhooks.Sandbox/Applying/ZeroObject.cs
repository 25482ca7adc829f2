using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Sandbox.Applying;

/// <summary>The object that a create is compared with: one of its kind in which nothing is set.</summary>
/// <remarks>
/// Of a built-in kind it is Go's zero value as JSON, which has the structures that are no pointers, and null for lists that
/// are required: so nobody comes to own <c>spec</c> of a Pod by setting something in it.
/// </remarks>
internal static class ZeroObject
{
    /// <summary>A built-in structure inside of structures by value; none is near it.</summary>
    private const int MostDepth = 32;

    private static readonly JsonValue Null = JsonTree.Parse("null").Compact().Root;

    /// <summary>The zero object of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="schema">The published schema of a built-in kind; <c>null</c> for a custom one, whose zero object has its kind alone.</param>
    public static JsonValue Of(GroupVersionKind kind, Schema? schema)
    {
        JsonDraft zero = schema == null ? JsonDraft.EmptyObject() : Structure(schema, MostDepth);
        zero.Set("apiVersion", Text(new GroupVersion(kind.Group, kind.Version).ToString()));
        zero.Set("kind", Text(kind.Kind));
        return zero.Freeze();
    }

    private static JsonDraft Structure(Schema schema, int depth)
    {
        JsonDraft zero = JsonDraft.EmptyObject();
        foreach ((string name, Schema property) in schema.Properties)
        {
            // A default of {} marks a structure that is no pointer.
            bool isRequired = schema.Required.Contains(name);
            if (property.Default.Kind == JsonKind.Object && property.Properties.Count > 0 && depth > 0)
            {
                zero.Set(name, Structure(property, depth - 1));
            }
            else if (isRequired)
            {
                zero.Set(name, new JsonDraft(property.Default.IsMissing ? Null : property.Default));
            }
        }

        return zero;
    }

    private static JsonDraft Text(string text) => new(JsonTree.OfString(Encoding.UTF8.GetBytes(text)).Root);
}
