using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Resources.OpenApi;

namespace Webhooks.Sandbox.Applying;

/// <summary>What a field may be, and which part of it has an owner of its own.</summary>
/// <remarks>Immutable and thread safe.</remarks>
internal sealed class FieldType
{
    private const string Quantity = "io.k8s.apimachinery.pkg.api.resource.Quantity";
    private readonly FieldTypes _types;
    private readonly Schema? _schema;
    private readonly bool _preserves;
    private readonly bool _isObject;
    private NameTable<FieldMember>? _declared;

    /// <summary>What a schema says.</summary>
    /// <param name="types">The types of the kind.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="preserves">Whether one around it keeps unknown fields.</param>
    /// <param name="isObject">Whether it has <c>apiVersion</c>, <c>kind</c> and <c>metadata</c> that the schema need not name.</param>
    public FieldType(FieldTypes types, Schema schema, bool preserves, bool isObject)
    {
        _types = types;
        _schema = schema;
        _preserves = preserves || schema.Extensions.PreservesUnknownFields;
        _isObject = isObject;
        bool isAny = schema.Type is SchemaType.None or SchemaType.Unknown && schema.Name != Quantity;
        Scalar = isAny || schema.Name == Quantity ? FieldScalar.Any : ScalarOf(schema);
        HasList = isAny || schema.Type == SchemaType.Array;
        HasMap = isAny || schema.Type == SchemaType.Object;
        IsMapAtomic = schema.Extensions.MapType == "atomic";
        (IsListAtomic, Keys) = ListOf(schema.Extensions);
        KeysInOrder = [.. Keys.Order(Utf8Order.Comparer).Select(key => new FieldKey(key))];
    }

    /// <summary>Anything, as one value or else objects member by member.</summary>
    public FieldType(FieldTypes types, bool isAtomic)
    {
        _types = types;
        Scalar = FieldScalar.Any;
        HasList = HasMap = IsListAtomic = true;
        IsMapAtomic = isAtomic;
    }

    /// <summary>The scalars that it may be.</summary>
    public FieldScalar Scalar { get; }

    /// <summary>Whether it may be a list.</summary>
    public bool HasList { get; }

    /// <summary>Whether it may be an object.</summary>
    public bool HasMap { get; }

    /// <summary>Whether a list has one owner.</summary>
    public bool IsListAtomic { get; }

    /// <summary>Whether an object has one owner.</summary>
    public bool IsMapAtomic { get; }

    /// <summary>The members that tell a list's items apart; none for a set.</summary>
    public IReadOnlyList<string> Keys { get; } = [];

    /// <summary>Those members in the order that elements name them.</summary>
    public IReadOnlyList<FieldKey> KeysInOrder { get; } = [];

    private NameTable<FieldMember> Declared => _declared ??= new NameTable<FieldMember>(DeclaredNames().Select(name =>
        KeyValuePair.Create(name, new FieldMember(FieldElement.Member(name), DeclaredType(name), IsDeclared: true))));

    /// <summary>The type of members that it does not name; <c>null</c> where there is no such field.</summary>
    private FieldType? Undeclared =>
        _schema == null ? IsMapAtomic ? _types.Untyped : _types.Deduced
        : _schema.AdditionalProperties is { } others ? others.Schema is { } schema ? _types.Of(schema, _preserves) : others.AreAllowed ? _types.Deduced : null
        : _preserves || (_schema.Properties.Count == 0 && !_isObject) ? _types.Deduced
        : null;

    /// <summary>The type of a list's items.</summary>
    public FieldType Item => _schema?.Items is { } items ? _types.Of(items, _preserves) : _types.Untyped;

    /// <summary>The member of that name, declared or not.</summary>
    public FieldMember Member(string name) => Declared.Find(name) ?? new FieldMember(FieldElement.Member(name), Undeclared, IsDeclared: false);

    /// <summary>The member of that name, as it stands in a document.</summary>
    public FieldMember Member(JsonValue name) =>
        Declared.Find(name) ?? new FieldMember(FieldElement.Member(name.GetString()), Undeclared, IsDeclared: false);

    /// <summary>The value of a member that is not there; missing for none.</summary>
    public JsonValue DefaultOf(string name) => _schema?.Properties[name]?.Default ?? default;

    /// <summary>What a value is treated as: what it is, if it may be, else what it should be. A null may be anything.</summary>
    public FieldForm FormOf(JsonValue value) => value.Kind switch
    {
        JsonKind.Object when HasMap => FieldForm.Map,
        JsonKind.Array when HasList => FieldForm.List,
        JsonKind.Number or JsonKind.String or JsonKind.True or JsonKind.False when Scalar != FieldScalar.None => FieldForm.Scalar,
        _ => HasMap ? FieldForm.Map : Scalar != FieldScalar.None ? FieldForm.Scalar : FieldForm.List,
    };

    private IEnumerable<string> DeclaredNames() =>
        (_schema?.Properties.Select(property => property.Name) ?? []).Concat(_isObject ? ["apiVersion", "kind", "metadata"] : []).Distinct(StringComparer.Ordinal);

    private FieldType DeclaredType(string name) =>
        _isObject && name is "apiVersion" or "kind" or "metadata" ? name == "metadata" ? _types.Metadata() : _types.Untyped
        : _types.Of(_schema!.Properties[name]!, _preserves);

    private static FieldScalar ScalarOf(Schema schema) => schema.Type switch
    {
        SchemaType.Integer or SchemaType.Number => FieldScalar.Numeric,
        SchemaType.Boolean => FieldScalar.Boolean,
        SchemaType.String => schema.Format is null or "" or "byte" ? FieldScalar.String : FieldScalar.Any,
        _ => FieldScalar.None,
    };

    private static (bool IsAtomic, IReadOnlyList<string> Keys) ListOf(SchemaExtensions extensions) => extensions.ListType switch
    {
        "set" => (false, []),
        "map" => (false, extensions.ListMapKeys),
        null when extensions.PatchStrategies.Contains("merge") => (false, extensions.PatchMergeKey is { } key ? [key] : []),
        _ => (true, []),
    };
}
