using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Patching;

namespace Webhooks.Sandbox.Applying;

/// <summary>The annotation in which <c>kubectl apply</c> on the client's side keeps what it applied.</summary>
internal static class LastApplied
{
    /// <summary>The annotation's name.</summary>
    public const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    /// <summary>The owner that the annotation speaks for, which may change what it says without a conflict.</summary>
    public const string Owner = "kubectl";

    /// <summary>All annotations of an object, names and values, may have so many bytes.</summary>
    private const int MostBytes = 256 * 1024;

    /// <summary>The fields that the annotation says were applied, and that are so still; none where it says nothing.</summary>
    public static FieldSet StillSo(JsonValue live, FieldType type, GroupVersion version)
    {
        JsonValue applied = Read(live["metadata"u8]["annotations"u8][Annotation].AsString());
        if (applied.Kind != JsonKind.Object
            || !applied["apiVersion"u8].TextEquals(Encoding.UTF8.GetBytes(version.ToString()))
            || FieldCheck.Problem(applied, type, allowsDuplicates: false) != null
            || FieldCheck.Problem(live, type, allowsDuplicates: false) != null)
        {
            return new FieldSet();
        }

        FieldComparison difference = FieldComparison.Of(applied, live, type);
        return OwnedFields.Of(applied, type).Except(difference.Modified).Except(difference.Added).Except(difference.Removed);
    }

    /// <summary>Makes the annotation say what was applied now, where there is one.</summary>
    public static void Refresh(JsonDraft result, JsonValue applied)
    {
        JsonDraft? annotations = result.Find("metadata")?.Find("annotations");
        if (string.IsNullOrEmpty(annotations?.FindSource(Annotation).AsString()))
        {
            return;
        }

        JsonDraft said = new(applied);
        said.Find("metadata")?.Find("annotations")?.Remove(Annotation);
        string text = Sorted(said.Freeze(JsonPolicy.Server)) + "\n";
        annotations!.Remove(Annotation);
        JsonValue others = annotations.Freeze(JsonPolicy.Server);
        int size = others.Members().Sum(one => Encoding.UTF8.GetByteCount(one.Key) + Encoding.UTF8.GetByteCount(one.Value.AsString() ?? ""));
        if (size + Annotation.Length + Encoding.UTF8.GetByteCount(text) <= MostBytes)
        {
            annotations.Set(Annotation, new JsonDraft(JsonTree.OfString(Encoding.UTF8.GetBytes(text)).Root));
        }
    }

    private static JsonValue Read(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? default : JsonTree.Parse(text, JsonPolicy.Server with { MaxDepth = FieldSet.MostDepth }).Root;
        }
        catch (JsonFormatException)
        {
            // An annotation is anybody's text: what cannot be read says nothing.
            return default;
        }
    }

    /// <summary>The value as Go writes a map: members sorted, and escaped for HTML.</summary>
    private static string Sorted(JsonValue value)
    {
        using PooledBuffer buffer = new();
        WriteSorted(new JsonWriter(buffer), value);
        return GoValues.Escape(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void WriteSorted(JsonWriter writer, JsonValue value)
    {
        if (value.Kind == JsonKind.Object)
        {
            writer.StartObject();
            foreach ((string name, JsonValue member) in value.Members().OrderBy(one => one.Key, Utf8Order.Comparer))
            {
                writer.WriteName(name);
                WriteSorted(writer, member);
            }

            writer.EndObject();
        }
        else if (value.Kind == JsonKind.Array)
        {
            writer.StartArray();
            foreach (JsonValue item in value.Items())
            {
                WriteSorted(writer, item);
            }

            writer.EndArray();
        }
        else
        {
            writer.WriteValue(value);
        }
    }
}
