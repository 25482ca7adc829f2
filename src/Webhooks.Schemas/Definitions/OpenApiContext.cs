namespace Webhooks.Schemas.Definitions;

/// <summary>What is known of the place where a schema stands.</summary>
/// <param name="IsRoot">Whether it is that of the object.</param>
/// <param name="IsInMeta">Whether it is inside of apiVersion, kind or metadata.</param>
/// <param name="NoDefaults">Why there may be no default; <c>null</c> where there may be.</param>
/// <param name="Compiles">Whether the server compiles the rules of it, if nothing else is wrong with it.</param>
/// <param name="Scope">Whether rules around it speak of it.</param>
/// <param name="Uncorrelated">The outermost schema around it whose values can't be told apart between two revisions of an object; <c>null</c>: none.</param>
/// <param name="IsForeign">Whether it is inside of what a structural schema has no place for.</param>
internal readonly record struct OpenApiContext(
    bool IsRoot, bool IsInMeta, string? NoDefaults, bool Compiles, RuleScope Scope, FieldPlace? Uncorrelated, bool IsForeign);
