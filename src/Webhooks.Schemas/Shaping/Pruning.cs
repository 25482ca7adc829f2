using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Shaping;

/// <summary>Leaves out the members that a structural schema does not name. Source: <c>structuralpruning.PruneWithOptions</c>.</summary>
/// <remarks>
/// <c>additionalProperties: true</c> and <c>false</c> keep the members, but of what is in them nothing is known: objects
/// there lose all their members. Below x-kubernetes-preserve-unknown-fields only what is inside of named members is pruned.
/// </remarks>
internal sealed class Pruning : Rewriting<PruningState>
{
    private readonly List<string>? _unknown;

    private Pruning(List<string>? unknown)
    {
        _unknown = unknown;
    }

    /// <summary>The value as it is pruned; the very same where nothing was to be left out.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="isResource">Whether it is a resource, which keeps apiVersion, kind and metadata.</param>
    /// <param name="unknown">Where the paths of what was left out are added, sorted; <c>null</c>: nobody asks.</param>
    /// <param name="keepsUnknown">Whether it stands in a list whose items keep what the schema does not name. Default: no.</param>
    public static JsonValue Run(JsonValue value, Schema schema, bool isResource, ICollection<string>? unknown, bool keepsUnknown = false)
    {
        Pruning pruning = new(unknown == null ? null : []);
        PruningState state = PruningState.Of(schema);
        JsonValue pruned = pruning.Rewrite(value, state with { IsResource = isResource || state.IsResource, KeepsUnknown = keepsUnknown || state.KeepsUnknown });
        pruning._unknown?.Sort(Utf8Order.Comparer);
        foreach (string path in pruning._unknown ?? [])
        {
            unknown!.Add(path);
        }

        return pruned;
    }

    protected override Choice<PruningState> Choose(PruningState parent, JsonValue name, JsonValue value)
    {
        Schema? schema = parent.Schema;
        if (name.IsMissing)
        {
            PruningState item = PruningState.Of(schema?.Items);
            item = item with { KeepsUnknown = item.KeepsUnknown || parent.KeepsUnknown };
            return item.KeepsUnknown && schema?.Items == null ? Copy(value) : new(ChoiceKind.Descend, value, item);
        }

        if (parent.IsResource && IsOfResources(name))
        {
            return Copy(value);
        }

        if (schema?.Properties[name] is { } property)
        {
            return new(ChoiceKind.Descend, value, PruningState.Of(property));
        }

        if (schema?.AdditionalProperties is { } additional)
        {
            return new(ChoiceKind.Descend, value, PruningState.Of(additional.Schema));
        }

        return parent.KeepsUnknown ? Copy(value) : Drop(parent, name, value);
    }

    private static bool IsOfResources(JsonValue name) =>
        name.TextEquals("apiVersion"u8) || name.TextEquals("kind"u8) || name.TextEquals("metadata"u8);

    private static Choice<PruningState> Copy(JsonValue value) => new(ChoiceKind.Copy, value, default);

    private Choice<PruningState> Drop(PruningState parent, JsonValue name, JsonValue value)
    {
        if (_unknown != null)
        {
            string member = name.GetString();
            string path = PathTo(member);
            if (parent.Schema == null || !IsOfResources(name) || path != member)
            {
                _unknown.Add(path);
            }
        }

        return new(ChoiceKind.Drop, value, default);
    }
}
