using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Schemas;

/// <summary>A kind of custom resource in one version, as its definition says.</summary>
/// <remarks>Immutable and thread safe; made once and kept.</remarks>
public sealed class CustomResourceKind
{
    /// <summary>The kind that a version of a definition makes; whether that is sound is not asked.</summary>
    /// <param name="kind">Group, version and kind.</param>
    /// <param name="spec">The definition's <c>spec</c>.</param>
    /// <param name="version">The version, one of its <c>versions</c>.</param>
    public CustomResourceKind(GroupVersionKind kind, JsonValue spec, JsonValue version)
    {
        Kind = kind;
        Plural = spec["names"u8]["plural"u8].AsString() ?? "";
        IsNamespaced = spec["scope"u8].TextEquals("Namespaced"u8);
        HasStatus = version["subresources"u8]["status"u8].Kind == JsonKind.Object;
        Schema = CustomResourceSchema.Read(version);
        Target = new(Kind, null, IsCustom: true);
    }

    /// <summary>Group, version and kind.</summary>
    public GroupVersionKind Kind { get; }

    /// <summary>The name in paths: <c>users</c>.</summary>
    public string Plural { get; }

    /// <summary>Whether objects stand in namespaces.</summary>
    public bool IsNamespaced { get; }

    /// <summary>Whether <c>status</c> is written by a subresource of its own.</summary>
    public bool HasStatus { get; }

    /// <summary>What the version says of its objects.</summary>
    public CustomResourceSchema Schema { get; }

    /// <summary>What bodies are read as.</summary>
    internal DecodeTarget Target { get; }

    /// <summary>What is wrong with a new object, all in all: its type, its metadata, its values.</summary>
    /// <param name="value">The object, decoded, its name made and its namespace set.</param>
    public SchemaVerdict CheckCreate(JsonValue value) =>
        Schema.Validate(value, CustomObjectRules.OnCreate(Kind, IsNamespaced, value), IsOther(value));

    /// <summary>What is wrong with an object that takes the place of another.</summary>
    /// <param name="value">The object, decoded.</param>
    /// <param name="old">What it was, with defaults.</param>
    public SchemaVerdict CheckUpdate(JsonValue value, JsonValue old) =>
        Schema.ValidateUpdate(value, old, CustomObjectRules.OnUpdate(Kind, IsNamespaced, value, old), IsOther(value));

    /// <summary>What is wrong with an object of which the status was written.</summary>
    /// <param name="value">The object with the new status and all else as it was.</param>
    /// <param name="old">What it was, with defaults.</param>
    public SchemaVerdict CheckStatusUpdate(JsonValue value, JsonValue old) =>
        Schema.ValidateStatusUpdate(value, old, CustomObjectRules.OnUpdate(Kind, IsNamespaced, value, old), IsOther(value));

    /// <summary>The kinds of a CustomResourceDefinition, one for each version that is served, in the definition's order.</summary>
    /// <param name="definition">The definition; whether it is sound is not asked.</param>
    public static IEnumerable<CustomResourceKind> ReadServed(JsonValue definition) =>
        from version in definition["spec"u8]["versions"u8].Items()
        where version["served"u8].Kind == JsonKind.True
        let spec = definition["spec"u8]
        let kind = new GroupVersionKind(
            spec["group"u8].AsString() ?? "", version["name"u8].AsString() ?? "", spec["names"u8]["kind"u8].AsString() ?? "")
        select new CustomResourceKind(kind, spec, version);

    private bool IsOther(JsonValue value) => !CustomObjectRules.IsOf(Kind, value);
}
