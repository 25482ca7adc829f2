using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Patching;

/// <summary>Whether a value is a JSON patch, in the words of the two decoders that the server reads one with.</summary>
internal static class JsonPatchDecoding
{
    /// <summary>What the strict decoder complains of without refusing the patch; nothing where fields are not validated.</summary>
    /// <exception cref="StatusException">400: this is no patch.</exception>
    public static IReadOnlyList<string> Check(JsonValue patch, bool isChecked)
    {
        if (patch.Kind is not (JsonKind.Array or JsonKind.Null))
        {
            throw Refuse(patch, isChecked ? "[]handlers.jsonPatchOp" : "jsonpatch.Patch", isChecked);
        }

        List<string> findings = [];
        foreach ((int index, JsonValue operation) in patch.Items().Index())
        {
            if (operation.Kind is not (JsonKind.Object or JsonKind.Null))
            {
                throw Refuse(operation, isChecked ? "handlers.jsonPatchOp" : "jsonpatch.Operation", isChecked);
            }

            if (isChecked)
            {
                CheckMembers(operation, index, findings);
            }
        }

        return findings;
    }

    private static void CheckMembers(JsonValue operation, int index, List<string> findings)
    {
        JsonCursor members = new(operation);
        while (members.MoveNext())
        {
            switch (members.Name)
            {
                case "op" or "path" or "from" when members.Value.Kind is not (JsonKind.String or JsonKind.Null):
                    throw PatchFormats.Malformed(
                        PatchFormat.Json,
                        isChecked: true,
                        $"json: cannot unmarshal {GoValues.Noun(members.Value.Kind)} into Go struct field jsonPatchOp.{members.Name} of type string");
                case "op" or "path" or "from" or "value":
                    break;
                default:
                    findings.Add($"json patch unknown field {GoString.Quote($"[{index}].{members.Name}")}");
                    break;
            }
        }
    }

    private static StatusException Refuse(JsonValue found, string type, bool isChecked) =>
        PatchFormats.Malformed(PatchFormat.Json, isChecked, $"json: cannot unmarshal {GoValues.Noun(found.Kind)} into Go value of type {type}");
}
