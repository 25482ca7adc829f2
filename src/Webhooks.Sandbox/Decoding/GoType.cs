using Webhooks.Resources.OpenApi;

namespace Webhooks.Sandbox.Decoding;

/// <summary>A Go type that values are decoded into.</summary>
/// <param name="Shape">What it is.</param>
/// <param name="Name">Its name as Go prints it: <c>map[string]string</c>, <c>v1.ObjectMeta</c>.</param>
internal sealed record GoType(GoShape Shape, string Name)
{
    /// <summary>Of a slice or a map the type of its items.</summary>
    public GoType? Element { get; init; }

    /// <summary>Of a struct its schema.</summary>
    public Schema? Schema { get; init; }

    /// <summary>Of a struct its fields.</summary>
    /// <exception cref="InvalidOperationException">It is no struct.</exception>
    public GoStruct Struct => GoStruct.Of(Schema ?? throw new InvalidOperationException($"{Name} has no fields"));
}
