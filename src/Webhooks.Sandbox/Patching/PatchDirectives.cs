using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Patching;

/// <summary>The members of a strategic merge patch that are no fields but say how to merge.</summary>
internal static class PatchDirectives
{
    /// <summary>The member that says what becomes of the object that it is in.</summary>
    public const string Patch = "$patch";

    /// <summary>What the name of a member starts with that lists scalars to be taken out.</summary>
    public const string DeleteFromList = "$deleteFromPrimitiveList";

    /// <summary>What the name of a member starts with that lists a list's items in the order they shall have.</summary>
    public const string SetOrder = "$setElementOrder";

    private const string Retain = "$retainKeys";

    /// <summary>500: <c>unknown patch type: x in map: map[…]</c>.</summary>
    public static StatusException Unknown(JsonValue directive, JsonValue patch)
    {
        string shown = directive.AsString() ?? (directive.IsAbsent ? "%!s(<nil>)" : $"%!s({GoValues.TypeOf(directive)}={GoValues.Print(directive)})");
        return PatchRefusals.Plain($"unknown patch type: {shown} in map: {GoValues.Print(patch)}");
    }

    /// <summary>The list that a directive is about: <c>finalizers</c> of <c>$setElementOrder/finalizers</c>.</summary>
    public static string ListName(string directive, string prefix, string what) =>
        directive.Length > prefix.Length && directive[prefix.Length] == '/'
            ? directive[(prefix.Length + 1)..]
            : throw PatchRefusals.BadFormat(what);

    /// <summary>Takes out what the patch does not list, where it lists what shall stay; and the list out of <paramref name="rest"/>.</summary>
    /// <exception cref="StatusException">400: the list is none, or lacks a member of the patch.</exception>
    public static void RetainKeys(JsonDraft result, JsonDraft rest, JsonValue patch)
    {
        JsonValue list = patch[Retain];
        if (list.IsMissing)
        {
            return;
        }

        rest.Remove(Retain);
        HashSet<string> kept = new(list.Items().Select(item => item.AsString() ?? ""), StringComparer.Ordinal);
        bool areNamed = patch.Members().All(one =>
            one.Key == Retain || one.Value.Kind == JsonKind.Null || kept.Contains(one.Key)
            || one.Key.StartsWith(DeleteFromList, StringComparison.Ordinal) || one.Key.StartsWith(SetOrder, StringComparison.Ordinal));
        if (list.Kind != JsonKind.Array || !areNamed)
        {
            throw PatchRefusals.BadFormat("retainKeys");
        }

        foreach ((string name, _) in result.Freeze(JsonPolicy.Server).Members().Where(one => !kept.Contains(one.Key)))
        {
            result.Remove(name);
        }
    }

    /// <summary>The value without the objects that are directives, at any depth; missing where it is one itself.</summary>
    public static JsonValue Remove(JsonValue value)
    {
        if (value.Kind < JsonKind.Array)
        {
            return value;
        }

        if (value.Kind == JsonKind.Array)
        {
            return ListOf(value.Items().Select(Remove).Where(item => !item.IsMissing)).Freeze(JsonPolicy.Server);
        }

        if (!value[Patch].IsMissing)
        {
            return default;
        }

        JsonDraft kept = new(value);
        foreach ((string name, JsonValue member) in value.Members().Where(one => one.Value.Kind >= JsonKind.Array))
        {
            SetUnlessMissing(kept, name, Remove(member));
        }

        return kept.Freeze(JsonPolicy.Server);
    }

    /// <summary>Sets a member, or takes it out where there is no value.</summary>
    public static void SetUnlessMissing(JsonDraft target, string name, JsonValue value)
    {
        if (value.IsMissing)
        {
            target.Remove(name);
        }
        else
        {
            target.SetValue(name, value);
        }
    }

    /// <summary>A list of those items.</summary>
    public static JsonDraft ListOf(IEnumerable<JsonValue> items)
    {
        JsonDraft list = JsonDraft.EmptyArray();
        foreach (JsonValue item in items)
        {
            list.Add(new JsonDraft(item));
        }

        return list;
    }
}
