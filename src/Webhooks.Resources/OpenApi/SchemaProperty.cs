namespace Webhooks.Resources.OpenApi;

/// <summary>One named member of an object.</summary>
/// <param name="Name">The member's name, as documents have it.</param>
/// <param name="Schema">What its value may be.</param>
public readonly record struct SchemaProperty(string Name, Schema Schema);
