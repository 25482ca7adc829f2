using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas;
using Webhooks.Schemas.Requests;

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
    /// <summary>What is said of an object that a server would answer so.</summary>
    /// <param name="source">The object.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="code">The HTTP status where it is taken.</param>
    /// <param name="doubt">What is not known where it is undecided.</param>
    public static Judgement Of(SourceObject source, WriteAnswer answer, int code, string doubt) =>
        answer.Refusal is { } refusal ? Refused(source, refusal, answer.Warnings)
        : answer.Answer == SchemaAnswer.Unknown ? new(source, answer.Answer, 0, null, doubt, answer.Warnings, answer.Stored)
        : new(source, answer.Answer, code, null, null, answer.Warnings, answer.Stored);

    /// <summary>An object that is refused.</summary>
    public static Judgement Refused(SourceObject source, Status refusal, IReadOnlyList<string>? warnings = null) =>
        new(source, SchemaAnswer.Invalid, refusal.Code, refusal, null, warnings ?? [], default);

    /// <summary>An object that nothing is known of.</summary>
    public static Judgement Doubtful(SourceObject source, string doubt) =>
        new(source, SchemaAnswer.Unknown, 0, null, doubt, [], default);
}
