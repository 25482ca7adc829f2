namespace Webhooks.Schemas.Definitions;

/// <summary>What is known of the place where a schema stands.</summary>
/// <param name="IsRoot">Whether it is that of the object.</param>
/// <param name="IsInMeta">Whether it is inside of apiVersion, kind or metadata.</param>
/// <param name="NoDefaults">Why there may be no default; <c>null</c> where there may be.</param>
internal readonly record struct OpenApiContext(bool IsRoot, bool IsInMeta, string? NoDefaults);
