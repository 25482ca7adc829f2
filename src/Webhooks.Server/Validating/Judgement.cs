using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas;

namespace Webhooks.Server.Validating;

/// <summary>What is said of an object.</summary>
/// <param name="Source">The object.</param>
/// <param name="Verdict">Whether an API server would take it.</param>
/// <param name="Code">The HTTP status; 0 where nobody knows.</param>
/// <param name="Refusal">Why it is refused, or would be by another release; <c>null</c> otherwise.</param>
/// <param name="Doubt">Why nothing is known for sure; <c>null</c> otherwise.</param>
/// <param name="Warnings">What is warned of.</param>
/// <param name="Stored">The object as it would be stored; missing where that is not known.</param>
internal sealed record Judgement(
    SourceObject Source, SchemaAnswer Verdict, int Code, Status? Refusal, string? Doubt, IReadOnlyList<string> Warnings, JsonValue Stored)
{
    /// <summary>An object that is refused.</summary>
    public static Judgement Refused(SourceObject source, Status refusal, IReadOnlyList<string>? warnings = null) =>
        new(source, SchemaAnswer.Invalid, refusal.Code, refusal, null, warnings ?? [], default);

    /// <summary>An object that nothing is known of.</summary>
    public static Judgement Doubtful(SourceObject source, string doubt) =>
        new(source, SchemaAnswer.Unknown, 0, null, doubt, [], default);
}
