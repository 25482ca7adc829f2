using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Subresources;

/// <summary>Where an object has a number of its scale: the names of the members on the way, as definitions write them: <c>.spec.replicas</c>.</summary>
internal sealed class ScalePath(params IReadOnlyList<string> names)
{
    /// <summary>Reads a path.</summary>
    public static ScalePath Parse(string path) => new(path.TrimStart('.').Split('.'));

    /// <summary>The value there; missing for none.</summary>
    public JsonValue In(JsonValue obj) => names.Aggregate(obj, (value, name) => value[name]);

    /// <summary>Sets the value there.</summary>
    public void Set(JsonDraft obj, JsonDraft value) => names.SkipLast(1).Aggregate(obj, (draft, name) => draft.Child(name)).Set(names[^1], value);
}
