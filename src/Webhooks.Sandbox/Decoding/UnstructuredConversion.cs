using Webhooks.Resources.Json;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Decoding;

/// <summary>Holds a document against a Go type as the server does that has it as maps and lists, not as JSON: what a strategic merge made.</summary>
/// <remarks>Source: <c>runtime.DefaultUnstructuredConverter</c> of k8s.io/apimachinery. A null is well everywhere.</remarks>
internal static class UnstructuredConversion
{
    /// <summary>Looks at a whole document; what its type does not know is left.</summary>
    /// <exception cref="DecodeException">It has a value that its type does not take.</exception>
    public static void Check(JsonValue value, GoType type)
    {
        if (value.Kind == JsonKind.Null)
        {
            return;
        }

        switch (type.Shape)
        {
            case GoShape.Struct:
                Require(value, JsonKind.Object, "struct from:");
                foreach (GoField field in type.Struct.Fields)
                {
                    JsonValue member = value[field.Utf8Name];
                    if (!member.IsMissing)
                    {
                        Check(member, field.Type);
                    }
                }

                break;
            case GoShape.Map:
                Require(value, JsonKind.Object, "map from");
                foreach (KeyValuePair<string, JsonValue> member in value.Members())
                {
                    Check(member.Value, type.Element!);
                }

                break;
            case GoShape.Slice:
                Require(value, JsonKind.Array, "slice from");
                foreach (JsonValue item in value.Items())
                {
                    Check(item, type.Element!);
                }

                break;
            case GoShape.Bytes when value.Kind != JsonKind.String:
                Require(value, JsonKind.Array, "slice from");
                break;
            case GoShape.String or GoShape.Bool or GoShape.Integer or GoShape.Float:
                Scalar(value, type);
                break;
            default:
                // These read JSON themselves.
                new TypedReading(new StrictFindings(), new HashSet<int>()).Read(value, type);
                break;
        }
    }

    private static void Scalar(JsonValue value, GoType type)
    {
        bool isWhole = value.TryGetInt64(out _);
        bool isTaken = value.Kind switch
        {
            JsonKind.String => type.Shape == GoShape.String,
            JsonKind.True or JsonKind.False => type.Shape == GoShape.Bool,
            JsonKind.Number when type.Shape == GoShape.Integer => isWhole || double.IsInteger(JsonWords.Double(value)),
            JsonKind.Number => type.Shape == GoShape.Float,
            _ => false,
        };
        if (!isTaken)
        {
            // Go would make a letter of a whole number, and cut a fraction off: what it could convert is refused by other words.
            bool couldConvert = value.Kind == JsonKind.Number && (type.Shape == GoShape.Integer || (type.Shape == GoShape.String && isWhole));
            throw new DecodeException(couldConvert
                ? $"cannot convert {(isWhole ? "int64" : "float64")} to {type.Name}"
                : $"unrecognized type: {KindOf(type)}");
        }
    }

    private static void Require(JsonValue value, JsonKind kind, string wanted)
    {
        if (value.Kind != kind)
        {
            throw new DecodeException($"cannot restore {wanted} {KindOf(value)}");
        }
    }

    /// <summary>The kind of a Go value that holds it.</summary>
    private static string KindOf(JsonValue value) => value.Kind switch
    {
        JsonKind.Object => "map",
        JsonKind.Array => "slice",
        JsonKind.String => "string",
        JsonKind.Number => value.TryGetInt64(out _) ? "int64" : "float64",
        _ => "bool",
    };

    /// <summary>The kind that a named type of text or numbers is at bottom.</summary>
    private static string KindOf(GoType type) => type.Shape switch
    {
        GoShape.String => "string",
        GoShape.Bool => "bool",
        _ => type.Name,
    };
}
