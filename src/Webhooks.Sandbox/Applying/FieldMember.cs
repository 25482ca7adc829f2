namespace Webhooks.Sandbox.Applying;

/// <summary>A member of an object, by its name.</summary>
/// <param name="Element">The element of its path: <c>f:spec</c>.</param>
/// <param name="Type">What it may be; <c>null</c> where there is no such field.</param>
/// <param name="IsDeclared">Whether the type of the object names it.</param>
internal sealed record FieldMember(string Element, FieldType? Type, bool IsDeclared);
