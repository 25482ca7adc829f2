using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Requests;

/// <summary>What an API server answers to a write, as far as it can be told without one.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Refusal">Why the write is refused; <c>null</c> when nothing is wrong with it.</param>
/// <param name="Warnings">Texts of <c>Warning</c> headers, in the server's order.</param>
/// <param name="Stored">The object as it would be stored, without what only a server sets; missing for a refusal.</param>
/// <param name="IsUndecided">Whether the server may find more: rules that are not evaluated here apply.</param>
public sealed record WriteAnswer(Status? Refusal, IReadOnlyList<string> Warnings, JsonValue Stored, bool IsUndecided)
{
    /// <summary>Whether the server takes it.</summary>
    public SchemaAnswer Answer => Refusal != null ? SchemaAnswer.Invalid : IsUndecided ? SchemaAnswer.Unknown : SchemaAnswer.Valid;

    internal static WriteAnswer Refused(Status refusal, IReadOnlyList<string>? warnings = null, bool isUndecided = false) =>
        new(refusal, WarningTexts.Of(warnings ?? []), default, isUndecided);

    internal static WriteAnswer Taken(JsonValue stored, IEnumerable<string> warnings, bool isUndecided) =>
        new(null, WarningTexts.Of(warnings), stored, isUndecided);
}
