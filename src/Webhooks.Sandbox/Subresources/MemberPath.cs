using Webhooks.Resources.Json;
using Webhooks.Sandbox.Objects;

namespace Webhooks.Sandbox.Subresources;

/// <summary>A way to a member through members, as definitions write it: <c>.spec.replicas</c>.</summary>
internal sealed class MemberPath(params IReadOnlyList<string> names)
{
    /// <summary>Reads a path.</summary>
    public static MemberPath Parse(string path) => new(path.TrimStart('.').Split('.'));

    /// <summary>The value there; missing for none.</summary>
    public JsonValue In(JsonValue obj) => names.Aggregate(obj, (value, name) => value[name]);

    /// <summary>Sets the value there.</summary>
    public void Set(JsonDraft obj, JsonDraft value) => names.SkipLast(1).Aggregate(obj, (draft, name) => draft.Child(name)).Set(names[^1], value);
}
