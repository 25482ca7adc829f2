using Webhooks.Resources.Json;

namespace Webhooks.Resources.OpenApi;

/// <summary>Reads what stands beside a reference as well as in a schema: default, nullability and extensions.</summary>
internal sealed class SchemaExtensionReading(SchemaDialect dialect, SchemaFindings findings, KeptValues kept, bool keepsSource)
{
    private readonly SchemaValues _values = new(findings);

    public SchemaAnnotations Read(JsonValue node, SchemaPath path)
    {
        JsonValue stated = default;
        bool? isNullable = null;
        List<KeyValuePair<string, JsonValue>>? extensions = null;
        JsonCursor members = new(node.Kind == JsonKind.Object ? node : default);
        while (members.MoveNext())
        {
            if (members.NameValue.TextEquals("default"u8))
            {
                stated = kept.Keep(members.Value);
            }
            else if (members.NameValue.TextEquals("nullable"u8) && !members.Value.IsAbsent)
            {
                isNullable = _values.Flag(members.Value, path, "nullable");
            }
            else if (SchemaKeywords.IsExtension(members.NameValue))
            {
                ReadExtension(members, path, extensions ??= []);
            }
        }

        return new SchemaAnnotations
        {
            Default = stated,
            IsNullable = isNullable,
            Extensions = extensions == null ? SchemaExtensions.None : new([.. extensions]),
            Source = keepsSource ? node : default,
            Offset = node.Offset,
        };
    }

    private void ReadExtension(JsonCursor member, SchemaPath path, List<KeyValuePair<string, JsonValue>> extensions)
    {
        string name = SchemaKeywords.NameOf(member);
        if (!SchemaKeywords.IsKnownExtension(name, dialect))
        {
            findings.Unknown(path.Member(name), member.NameValue);
        }

        if (!member.Value.IsAbsent)
        {
            CheckType(name, member.Value, path);
            extensions.Add(new(name, kept.Keep(member.Value)));
        }
    }

    private void CheckType(string name, JsonValue value, SchemaPath path)
    {
        switch (name)
        {
            case SchemaKeywords.ListType or SchemaKeywords.MapType or SchemaKeywords.PatchMergeKey or SchemaKeywords.PatchStrategy:
                _values.Text(value, path, name);
                break;
            case SchemaKeywords.ListMapKeys:
                _values.Texts(value, path, name);
                break;
            case SchemaKeywords.PreserveUnknownFields or SchemaKeywords.IntOrString or SchemaKeywords.EmbeddedResource:
                _values.Flag(value, path, name);
                break;
            case SchemaKeywords.Validations or SchemaKeywords.GroupVersionKind:
                if (_values.IsArray(value, path, name))
                {
                    foreach ((int index, JsonValue item) in value.Items().Index())
                    {
                        if (_values.IsObject(item, path, $"{name}[{index}]") && name == SchemaKeywords.Validations)
                        {
                            CheckRule(item, path.Item(name, index));
                        }
                    }
                }

                break;
        }
    }

    private void CheckRule(JsonValue rule, SchemaPath path)
    {
        JsonCursor members = new(dialect == SchemaDialect.CustomResource ? rule : default);
        while (members.MoveNext())
        {
            if (!SchemaKeywords.IsOfRules(members.Name))
            {
                findings.Unknown(path.Member(members.Name), members.NameValue);
            }
        }
    }
}
