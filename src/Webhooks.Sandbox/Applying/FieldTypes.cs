using System.Collections.Concurrent;
using Webhooks.Resources.Api;
using Webhooks.Resources.OpenApi;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Applying;

/// <summary>The types of the fields of one kind, made of its schema as they are asked for.</summary>
/// <remarks>Thread safe. Source: kube-openapi's <c>schemaconv</c>.</remarks>
internal sealed class FieldTypes
{
    private static readonly Lazy<Schema?> ObjectMeta = new(() =>
        BuiltInData.Schemas(new GroupVersion("", "v1"))?.Find("io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta"));

    private readonly ConcurrentDictionary<(Schema Schema, bool Preserves), FieldType> _made = new();

    /// <summary>The types below an object of that schema; <c>null</c> for any object.</summary>
    public FieldTypes(Schema? schema, bool isCustom)
    {
        Untyped = new FieldType(this, isAtomic: true);
        Deduced = new FieldType(this, isAtomic: false);
        Root = schema == null ? Deduced : isCustom ? new FieldType(this, schema, preserves: false, isObject: true) : Of(schema, preserves: false);
    }

    /// <summary>The object.</summary>
    public FieldType Root { get; }

    /// <summary>Anything, as one value.</summary>
    public FieldType Untyped { get; }

    /// <summary>Anything, objects member by member.</summary>
    public FieldType Deduced { get; }

    /// <summary>The type of what a schema says.</summary>
    /// <param name="schema">A schema.</param>
    /// <param name="preserves">Whether one around it keeps unknown fields.</param>
    public FieldType Of(Schema schema, bool preserves) =>
        schema.Name == "io.k8s.apimachinery.pkg.runtime.RawExtension" ? Untyped
        : _made.GetOrAdd(
            (schema, preserves && schema.Name == null),
            static (key, types) => new FieldType(types, key.Schema, key.Preserves, key.Schema.Extensions.IsEmbeddedResource),
            this);

    /// <summary>The type of <c>metadata</c>.</summary>
    public FieldType Metadata() => ObjectMeta.Value is { } schema ? Of(schema, preserves: false) : Deduced;
}
