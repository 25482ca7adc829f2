using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of ConfigMaps: their keys, their size, and what <c>immutable</c> fixes.</summary>
internal static class ConfigMapRules
{
    private const int MostBytes = 1024 * 1024;
    private const string Fixed = "field is immutable when `immutable` is set";

    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new()
    {
        Create = Check,
        Update = (value, old, causes) => Immutable(value, old, ["data", "binaryData"], causes),
    };

    /// <summary>Where <c>immutable</c> was set, it and the parts must stay.</summary>
    internal static void Immutable(JsonValue value, JsonValue old, ReadOnlySpan<string> parts, List<StatusCause> causes)
    {
        if (old["immutable"u8].Kind != JsonKind.True)
        {
            return;
        }

        if (value["immutable"u8].Kind != JsonKind.True)
        {
            causes.Add(FieldError.Forbidden("immutable", Fixed));
        }

        foreach (string part in parts)
        {
            if (!FixedField.AreSame(value[part], old[part]))
            {
                causes.Add(FieldError.Forbidden(part, Fixed));
            }
        }
    }

    /// <summary>Looks at the keys of a map.</summary>
    internal static void Keys(JsonValue map, string field, List<StatusCause> causes)
    {
        foreach ((string key, _) in map.Members())
        {
            causes.AddRange(ConfigMapKey.Problems(key).Select(problem => FieldError.Invalid($"{field}[{key}]", key, problem)));
        }
    }

    /// <summary>How many bytes the base64 in a map stands for.</summary>
    internal static long Octets(JsonValue map) => map.Members().Sum(member => (long)(Base64Text.Decode(member.Value.AsString() ?? "", out _)?.Length ?? 0));

    private static void Check(JsonValue value, List<StatusCause> causes)
    {
        JsonValue data = value["data"u8];
        JsonValue binary = value["binaryData"u8];
        Keys(data, "data", causes);
        foreach ((string key, _) in data.Members())
        {
            if (!binary[key].IsMissing)
            {
                causes.Add(FieldError.Invalid($"data[{key}]", key, "duplicate of key present in binaryData"));
            }
        }

        Keys(binary, "binaryData", causes);
        long size = data.Members().Sum(member => (long)Encoding.UTF8.GetByteCount(member.Value.AsString() ?? "")) + Octets(binary);
        if (size > MostBytes)
        {
            // The whole object, whose path is empty, is written so.
            causes.Add(FieldError.TooLong("[]", MostBytes));
        }
    }
}
