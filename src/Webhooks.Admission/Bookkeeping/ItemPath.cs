using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Bookkeeping;

/// <summary>
/// The names that the status annotation gives to what was added: members joined by dots from the PodSpec or from
/// <c>metadata</c>, keys of lists and maps in brackets: <c>containers[app].env[LOG_DIR]</c>.
/// </summary>
internal static class ItemPath
{
    public static string Member(string parent, string name) => parent.Length == 0 ? name : $"{parent}.{name}";

    public static string Entry(string map, string key) => $"{map}[{Key(key)}]";

    /// <summary>The path of the container that an item is or stands in; <c>null</c> for other items.</summary>
    public static string? ContainerOf(string path)
    {
        ItemSteps steps = new(path);
        if (!steps.MoveNext() || steps.Text is not ("containers" or "initContainers"))
        {
            return null;
        }

        int length = steps.Text.Length;
        return steps.MoveNext() && steps.IsKey ? path[..(length + steps.Text.Length + 2)] : null;
    }

    /// <summary>The name of a list's item: its keys, or its canonical JSON in a list without keys.</summary>
    public static string Item(string list, JsonValue item, Shape shape)
    {
        if (shape.Keys.Length == 0)
        {
            return $"{list}[{CanonicalJson.Of(item, shape.Item!)}]";
        }

        if (shape.Keys.Length == 1)
        {
            return $"{list}[{Key(item[shape.Keys[0].Utf8])}]";
        }

        return $"{list}[{Keys(item, shape)}]";
    }

    /// <summary>A key as it stands in brackets: plain where it is letters, digits, <c>_</c> and <c>-</c>; else a JSON string.</summary>
    public static string Key(string key)
    {
        bool plain = key.Length > 0;
        foreach (char next in key)
        {
            plain &= char.IsAsciiLetterOrDigit(next) || next is '_' or '-';
        }

        return plain ? key : JsonText.Quote(key);
    }

    private static string Keys(JsonValue item, Shape shape) =>
        string.Join(',', shape.Keys.Select(key => Key(StoredForm.Member(item, key))));

    private static string Key(JsonValue key) => key.Kind == JsonKind.String ? Key(key.GetString()) : key.ToString();
}
