using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Verbs;

/// <summary>The names that the definitions of one group have: their <c>status.acceptedNames</c>.</summary>
/// <remarks>Not thread safe. To add or remove a definition costs the same however many there are.</remarks>
internal sealed class TakenNames
{
    private readonly Dictionary<string, int> _resources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);

    /// <summary>Whether a name is the plural, the singular or a short one of some definition.</summary>
    public bool HasResource(string name) => _resources.ContainsKey(name);

    /// <summary>Whether a name is the kind of some definition, or of its lists.</summary>
    public bool HasKind(string name) => _kinds.ContainsKey(name);

    /// <summary>Takes the names that a definition has now.</summary>
    public void Add(JsonValue accepted) => Count(accepted, 1);

    /// <summary>Gives back the names that a definition had.</summary>
    public void Remove(JsonValue accepted) => Count(accepted, -1);

    private void Count(JsonValue accepted, int by)
    {
        foreach (string name in Texts(accepted, "plural", "singular").Concat(DefinitionNames.Short(accepted)))
        {
            Count(_resources, name, by);
        }

        foreach (string name in Texts(accepted, "kind", "listKind"))
        {
            Count(_kinds, name, by);
        }
    }

    private static void Count(Dictionary<string, int> names, string name, int by)
    {
        int count = names.GetValueOrDefault(name) + by;
        if (count == 0)
        {
            names.Remove(name);
        }
        else
        {
            names[name] = count;
        }
    }

    private static IEnumerable<string> Texts(JsonValue names, params string[] members) =>
        members.Select(member => names[member].AsString() ?? "").Where(name => name.Length > 0);
}
