using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Applying;

/// <summary>The form of <c>fieldsV1</c>.</summary>
internal sealed partial class FieldSet
{
    /// <summary>The set that a value of <c>fieldsV1</c> says; the empty one for none.</summary>
    /// <exception cref="FormatException">It says none.</exception>
    public static FieldSet Read(JsonValue fields) => Read(fields, MostDepth, out _);

    /// <summary>Writes the set, elements in order.</summary>
    public void Write(JsonWriter writer) => Write(writer, isIn: false);

    private static FieldSet Read(JsonValue fields, int depth, out bool isIn)
    {
        if (fields.Kind > JsonKind.Null && (fields.Kind != JsonKind.Object || depth == 0))
        {
            throw new FormatException(depth == 0 ? "exceeded max depth" : "fields are no object");
        }

        FieldSet set = new();
        isIn = fields.Count == 0;
        JsonCursor members = new(fields);
        while (members.MoveNext())
        {
            string name = members.Name;
            if (name == ".")
            {
                isIn = true;
            }
            else if (FieldElement.Read(name) is { } element)
            {
                FieldSet below = Read(members.Value, depth - 1, out bool isBelowIn);
                set.Add(element, new FieldNode(isBelowIn, below));
            }
        }

        return set;
    }

    private void Write(JsonWriter writer, bool isIn)
    {
        writer.StartObject();
        if (isIn && !IsEmpty)
        {
            writer.WriteName(".");
            writer.StartObject();
            writer.EndObject();
        }

        foreach ((string element, FieldNode node) in InOrder())
        {
            writer.WriteName(element);
            (node.Below ?? Nothing).Write(writer, node.IsIn);
        }

        writer.EndObject();
    }

    private static readonly FieldSet Nothing = new();
}
