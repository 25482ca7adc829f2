using Webhooks.Resources.Json;

namespace Webhooks.Resources.Patches;

/// <summary>Finds the places that operations name. Throws <see cref="FormatException"/> with what is wrong.</summary>
internal static class PatchPlaces
{
    /// <summary>The value at <paramref name="path"/>, to be changed in place.</summary>
    public static JsonDraft Open(JsonDraft? root, JsonPointer path) => Open(root, path.TokenArray);

    /// <summary>What holds the value at <paramref name="path"/>, which is not the root, to be changed in place.</summary>
    public static JsonDraft OpenParent(JsonDraft? root, JsonPointer path) => Open(root, path.TokenArray.AsSpan(..^1));

    /// <summary>The value at <paramref name="path"/>, for reading: a draft where it was changed, else as sent.</summary>
    public static (JsonDraft? Draft, JsonValue Value) Look(JsonDraft? root, JsonPointer path)
    {
        JsonDraft place = root ?? throw NoDocument();
        IReadOnlyList<string> tokens = path.Tokens;
        for (int i = 0; i < tokens.Count; i++)
        {
            if (!place.Source.IsMissing)
            {
                // Walked as it was sent; only to say what is wrong is it taken apart.
                JsonValue value = ArrayIndex.Walk(place.Source, tokens, i);
                return value.IsMissing ? (Open(root, path), default) : (null, value);
            }

            place = place.Kind == JsonKind.Array
                ? place.Items[Index(tokens[i], place.Count)]
                : place.Find(tokens[i]) ?? throw NoMember(place.Kind, tokens[i]);
        }

        return place.Source.IsMissing ? (place, default) : (null, place.Source);
    }

    /// <summary>The index that a token says, below <paramref name="count"/>.</summary>
    public static int Index(string token, int count)
    {
        if (ArrayIndex.TryParse(token, out int index))
        {
            return index < count ? index
                : throw new FormatException($"index {PointerText.Shorten(token)} is beyond the last item; the array has {count}");
        }

        throw new FormatException(token switch
        {
            "-" => "\"-\" is the place behind the last item, where only add, move and copy can put one",
            ['0', ..] when token.All(char.IsAsciiDigit) => $"index {PointerText.Shorten(token)} must not start with 0",
            _ => $"an array has no member {JsonText.Quote(PointerText.Shorten(token))}; give an index",
        });
    }

    public static FormatException NoMember(JsonKind kind, string name) =>
        new(kind == JsonKind.Object
            ? $"there is no member {JsonText.Quote(PointerText.Shorten(name))}"
            : $"{Noun(kind)} has no member {JsonText.Quote(PointerText.Shorten(name))}");

    public static FormatException NoDocument() => new("an earlier operation removed the document; add one at \"\" first");

    public static string Noun(JsonKind kind) => kind switch
    {
        JsonKind.Missing => "nothing",
        JsonKind.Null => "null",
        JsonKind.True => "true",
        JsonKind.False => "false",
        JsonKind.Number => "a number",
        JsonKind.String => "a string",
        JsonKind.Array => "an array",
        _ => "an object",
    };

    private static JsonDraft Open(JsonDraft? root, ReadOnlySpan<string> tokens)
    {
        JsonDraft place = root ?? throw NoDocument();
        foreach (string token in tokens)
        {
            place = place.Kind == JsonKind.Array
                ? place.Items[Index(token, place.Count)]
                : place.Find(token) ?? throw NoMember(place.Kind, token);
        }

        return place;
    }
}
