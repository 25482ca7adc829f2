using Webhooks.Resources.Json;

namespace Webhooks.Resources.Patches;

/// <summary>Reads operations from their JSON form. Members that RFC 6902 does not name are ignored, as it says.</summary>
internal static class PatchReading
{
    public static List<PatchOperation> Read(JsonValue patch)
    {
        if (patch.Kind != JsonKind.Array)
        {
            throw new JsonPatchException($"a patch must be an array of operations, not {PatchPlaces.Noun(patch.Kind)}");
        }

        List<PatchOperation> operations = new(patch.Count);
        JsonCursor cursor = new(patch);
        while (cursor.MoveNext())
        {
            operations.Add(ReadOperation(cursor.Value, operations.Count));
        }

        return operations;
    }

    private static PatchOperation ReadOperation(JsonValue operation, int index)
    {
        if (operation.Kind != JsonKind.Object)
        {
            throw new JsonPatchException(index, $"an operation must be an object, not {PatchPlaces.Noun(operation.Kind)}");
        }

        string word = Text(operation, "op", index);
        PatchKind kind = PatchWords.Kind(word)
            ?? throw new JsonPatchException(index, $"\"op\" must be {PatchWords.All}, not {JsonText.Shorten(operation["op"u8].RawText)}");
        JsonPointer path = Pointer(operation, "path", index);
        return kind switch
        {
            PatchKind.Add => PatchOperation.Add(path, Value(operation, word, index)),
            PatchKind.Remove => PatchOperation.Remove(path),
            PatchKind.Replace => PatchOperation.Replace(path, Value(operation, word, index)),
            PatchKind.Move => PatchOperation.Move(Pointer(operation, "from", index), path),
            PatchKind.Copy => PatchOperation.Copy(Pointer(operation, "from", index), path),
            _ => PatchOperation.Test(path, Value(operation, word, index)),
        };
    }

    private static JsonValue Value(JsonValue operation, string word, int index)
    {
        JsonValue value = operation["value"u8];
        return value.IsMissing ? throw new JsonPatchException(index, $"{word} needs a \"value\"; null is one") : value;
    }

    private static JsonPointer Pointer(JsonValue operation, string name, int index)
    {
        try
        {
            return JsonPointer.Parse(Text(operation, name, index));
        }
        catch (FormatException problem)
        {
            throw new JsonPatchException(index, $"\"{name}\": {problem.Message}");
        }
    }

    private static string Text(JsonValue operation, string name, int index)
    {
        JsonValue text = operation[name];
        return text.Kind switch
        {
            JsonKind.String => text.GetString(),
            JsonKind.Missing => throw new JsonPatchException(index, $"\"{name}\" is missing"),
            _ => throw new JsonPatchException(index, $"\"{name}\" must be a string, not {PatchPlaces.Noun(text.Kind)}"),
        };
    }
}
