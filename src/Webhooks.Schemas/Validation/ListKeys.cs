using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>The key members of the items of a list map.</summary>
/// <remarks>For one list; not thread safe.</remarks>
internal sealed class ListKeys
{
    private readonly string[] _names;
    private readonly bool _isOne;
    private readonly StringBuilder _text = new();

    /// <param name="names">The names of the key members, as the schema has them.</param>
    public ListKeys(IReadOnlyList<string> names)
    {
        _isOne = names.Count == 1;
        _names = [.. names.Distinct(StringComparer.Ordinal).Order(Utf8Order.Comparer)];
    }

    /// <summary>What two items are compared by: a single key as a set's item, several as JSON.</summary>
    public object IdentityOf(JsonValue item) =>
        _isOne && item[_names[0]] is { IsMissing: false } only ? (JsonKind.Object, ListItems.KeyOf(only)) : JsonOf(item);

    /// <summary>Of an item the key members that it has, as a JSON object.</summary>
    public string JsonOf(JsonValue item)
    {
        _text.Clear().Append('{');
        foreach (string name in _names)
        {
            JsonValue member = item[name];
            if (!member.IsMissing)
            {
                _text.Append(_text.Length > 1 ? "," : "");
                GoJson.AppendString(_text, name);
                GoJson.Append(_text.Append(':'), member);
            }
        }

        return _text.Append('}').ToString();
    }
}
