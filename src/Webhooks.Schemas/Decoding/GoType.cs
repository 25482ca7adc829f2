using Webhooks.Resources.OpenApi;

namespace Webhooks.Schemas.Decoding;

/// <summary>A Go type that values are decoded into.</summary>
/// <remarks>Immutable and thread safe.</remarks>
public sealed class GoType(GoShape shape, string name)
{
    private GoStruct? _struct;

    /// <summary>What it is.</summary>
    public GoShape Shape { get; } = shape;

    /// <summary>Its name as Go prints it: <c>map[string]string</c>, <c>v1.ObjectMeta</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Of a slice or a map the type of its items.</summary>
    public GoType? Element { get; init; }

    /// <summary>What is published of a struct; <c>null</c> for any other type.</summary>
    public Schema? Schema { get; init; }

    /// <summary>What a struct has in it, read when it is first asked for.</summary>
    /// <exception cref="InvalidOperationException">It is no struct.</exception>
    public GoStruct Struct => _struct ??= GoStruct.Of(Schema ?? throw new InvalidOperationException($"{Name} has no fields"));
}
