using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Formats;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>Checks one value against a schema, as kube-openapi does: which keyword applies depends on the value, not on <c>type</c>.</summary>
/// <remarks>Recursion ends with the schemas, which are at most 256 deep. For one value; not thread safe.</remarks>
internal sealed class ValueChecks
{
    private readonly ValuePath _path = new();
    private readonly FailureText _text;
    private readonly StringChecks _strings;
    private readonly NumberChecks _numbers;
    private readonly CheckTables _tables;
    private readonly Junctors _junctors;
    private readonly bool _isDefault;

    /// <param name="prefix">The path of the value that is checked; <c>null</c> for a whole object.</param>
    /// <param name="tables">What was made of the schemas.</param>
    /// <param name="isDefault">Whether it is a default in a definition, of which other types and formats are wanted.</param>
    public ValueChecks(string? prefix, CheckTables tables, bool isDefault = false)
    {
        _isDefault = isDefault;
        _text = new(prefix);
        _tables = tables;
        _strings = new(_text, tables.Patterns);
        _numbers = new(_text);
        _junctors = new(this, _text);
    }

    /// <summary>Whether a pattern could not be read, so that what was found may not be all.</summary>
    public bool IsUndecided => _strings.IsUndecided;

    /// <summary>What <paramref name="value"/> breaks.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="before">What it was, where that counts: what is unchanged is not held against it.</param>
    public IReadOnlyList<Failure> Run(JsonValue value, Schema schema, Correlation? before)
    {
        Findings findings = new();
        CheckChanged(value, schema, before, findings);
        return [.. findings.Failures.DistinctBy(failure => (failure.Text, failure.More))];
    }

    /// <summary>Checks a value at the place where the path stands.</summary>
    public void Check(JsonValue value, Schema schema, Correlation? before, Findings findings)
    {
        WantedType wanted = WantedOf(schema);
        if (value.Kind == JsonKind.Null)
        {
            CheckNull(schema, wanted, findings);
            CheckEnum(value, schema, findings);
            return;
        }

        if (!wanted.IsAnything)
        {
            CheckType(value, wanted, findings);
            findings.Pass();
        }

        _junctors.Check(value, schema, _path, findings);
        findings.Pass();
        switch (value.Kind)
        {
            case JsonKind.String:
                CheckString(value, schema, wanted.Format, findings);
                break;
            case JsonKind.Number:
                _numbers.Check(value, schema, wanted, _path, findings);
                findings.Pass();
                break;
            case JsonKind.Array:
                CheckItems(value, schema, before, findings);
                findings.Pass(2);
                break;
        }

        CheckEnum(value, schema, findings);
        findings.Pass();
        if (value.Kind == JsonKind.Object)
        {
            CheckMembers(value, schema, before, findings);
            findings.Pass();
        }

        findings.Pass();
    }

    /// <summary>Whether the value is surely refused for its type, whatever else the schema says.</summary>
    public bool IsOfAnotherType(JsonValue value, Schema schema) =>
        value.Kind != JsonKind.Null
        && WantedOf(schema) is { Format.Length: 0, IsAnything: false } wanted
        && !wanted.Allows(JsonTypes.Of(value), value);

    private WantedType WantedOf(Schema schema) => _isDefault ? WantedType.OfDefault(schema) : WantedType.Of(schema);

    private void CheckChanged(JsonValue value, Schema schema, Correlation? before, Findings findings)
    {
        int found = findings.Count;
        Check(value, schema, before, findings);
        if (findings.Count > found && before?.IsUnchanged == true)
        {
            findings.CutTo(found);
        }
    }

    private void CheckNull(Schema schema, WantedType wanted, Findings findings)
    {
        if (wanted.Text is not ("" or "null") && !schema.IsNullable)
        {
            findings.Add(_text.WrongType(_path.ToString(), wanted.Text, "null"));
        }
        else
        {
            findings.Pass();
        }
    }

    private void CheckType(JsonValue value, WantedType wanted, Findings findings)
    {
        string actual = JsonTypes.Of(value);
        bool isAllowed = wanted.Allows(actual, value);
        bool isListOrText = value.Kind is JsonKind.String or JsonKind.Array;
        if (!isListOrText && wanted.Format.Length > 0 && !isAllowed && wanted.Format != JsonTypes.FormatOf(value))
        {
            findings.Add(_text.WrongType(_path.ToString(), wanted.Format, JsonTypes.FormatOf(value)));
            return;
        }

        bool isFormatEnough = isListOrText && wanted.Format.Length > 0 && !wanted.HasInteger && !wanted.HasNumber;
        if (!isAllowed && !isFormatEnough)
        {
            findings.Add(_text.WrongType(_path.ToString(), wanted.Text, actual));
            return;
        }

        findings.Pass();
    }

    private void CheckString(JsonValue value, Schema schema, string format, Findings findings)
    {
        bool isPlain = format.Length == 0 && schema.Bounds is { MinLength: null, MaxLength: null, Pattern: null };
        string text = isPlain ? "" : value.GetString();
        if (!isPlain)
        {
            _strings.Check(text, schema, _path, findings);
        }

        findings.Pass();
        if (StringFormats.Find(format) is { } isWellFormed)
        {
            if (!isWellFormed(text))
            {
                findings.Add(_text.WrongType(_path.ToString(), format, text));
            }

            findings.Pass();
        }
    }

    private void CheckEnum(JsonValue value, Schema schema, Findings findings)
    {
        if (schema.Enum.Count > 0 && _tables.Enumeration(schema) is var allowed && !allowed.Contains(value, isStored: !_isDefault))
        {
            findings.Add(_text.NotInEnum(_path.ToString(), DecodedValues.Show(value), allowed));
        }
    }

    private void CheckItems(JsonValue list, Schema schema, Correlation? before, Findings findings)
    {
        if (schema.Items is { } itemSchema)
        {
            JsonCursor items = new(list);
            for (int i = 0; items.MoveNext(); i++)
            {
                _path.Push(i);
                CheckChanged(items.Value, itemSchema, before?.Item(items.Value), findings);
                _path.Pop();
            }
        }

        if (schema.Bounds.MinItems is { } least && list.Count < least)
        {
            findings.Add(_text.Breaks(_path.ToString(), list.Count, $"should have at least {least} items"));
        }

        if (schema.Bounds.MaxItems is { } most && list.Count > most)
        {
            findings.Add(_text.TooManyItems(_path.ToString(), list.Count, most));
        }

        if (schema.Bounds.AreItemsUnique && ListItems.HasEqual(list))
        {
            findings.Add(_text.Breaks(_path.ToString(), "", "shouldn't contain duplicates"));
        }
    }

    private void CheckMembers(JsonValue container, Schema schema, Correlation? before, Findings findings)
    {
        if (schema.Bounds.MinProperties is { } least && container.Count < least)
        {
            findings.Add(_text.Breaks(_path.ToString(), container.Count, $"should have at least {least} properties"));
        }

        if (schema.Bounds.MaxProperties is { } most && container.Count > most)
        {
            findings.Add(_text.TooManyProperties(_path.ToString(), container.Count, most));
        }

        JsonCursor members = new(container);
        while (members.MoveNext())
        {
            JsonValue name = members.NameValue;
            Schema? property = schema.Properties[name];
            if (property == null && schema.AdditionalProperties is { AreAllowed: false })
            {
                findings.Add(_text.NotAllowed(_path.ToString(), name.GetString()));
            }
            else if ((property ?? schema.AdditionalProperties?.Schema) is { } memberSchema)
            {
                bool ratchets = before != null && (!_path.IsRoot || !(name.TextEquals("apiVersion"u8) || name.TextEquals("kind"u8)));
                Correlation? memberBefore = ratchets ? before!.Member(name, members.Value) : null;
                _path.Push(name, property == null);
                CheckChanged(members.Value, memberSchema, memberBefore, findings);
                _path.Pop();
            }
        }

        CheckRequired(container, schema, findings);
    }

    private void CheckRequired(JsonValue container, Schema schema, Findings findings)
    {
        if (schema.Required.Count == 0)
        {
            return;
        }

        MemberLookup members = new(container);
        foreach (string name in schema.Required)
        {
            if (members[name].IsMissing)
            {
                findings.Add(_text.Missing($"{_path}.{name}"));
            }
        }
    }
}
