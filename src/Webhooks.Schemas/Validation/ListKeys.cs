using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>The key members of an item of a list map: those that it has.</summary>
internal sealed class ListKeys
{
    private readonly KeyValuePair<string, JsonValue>[] _members;

    public ListKeys(JsonValue item, IReadOnlyList<string> names)
    {
        _members =
        [
            .. names.Distinct(StringComparer.Ordinal)
                .Select(name => KeyValuePair.Create(name, item[name]))
                .Where(member => !member.Value.IsMissing)
                .OrderBy(member => member.Key, CodePointOrder.Instance),
        ];
        Identity = names.Count == 1 && _members is [var only] ? (JsonKind.Object, ListItems.KeyOf(only.Value)) : ToString();
    }

    /// <summary>What two items are compared by: a single key as a set's item, several as JSON.</summary>
    public object Identity { get; }

    /// <summary>The members as a JSON object.</summary>
    public override string ToString()
    {
        StringBuilder text = new("{");
        foreach ((string name, JsonValue value) in _members)
        {
            text.Append(text.Length > 1 ? "," : "");
            GoJson.AppendString(text, name);
            text.Append(':').Append(GoJson.Write(value));
        }

        return text.Append('}').ToString();
    }
}
