namespace Webhooks.Sandbox.Applying;

/// <summary>A field of a <see cref="FieldSet"/>.</summary>
/// <param name="IsIn">Whether the field is in the set.</param>
/// <param name="Below">The fields of it that are; <c>null</c> for none.</param>
internal readonly record struct FieldNode(bool IsIn, FieldSet? Below);
