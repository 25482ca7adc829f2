using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Api;

namespace Webhooks.Admission.Users;

/// <summary>Words a refusal as an API server would: one code for all that is wrong, and a cause for each.</summary>
internal static class UserRefusal
{
    /// <summary>How many causes are told; a User that keeps to the schema's bounds has no more.</summary>
    private const int MostCauses = 128;

    /// <summary>How many characters each has at most; one with the longest value that the schema allows has fewer.</summary>
    private const int MostCharacters = 1024;

    /// <summary>What decides the code where several kinds of things are wrong: what can't be right comes first, what may be free tomorrow last.</summary>
    private static readonly StatusReason[] Order = [StatusReason.Invalid, StatusReason.Forbidden, StatusReason.Conflict];

    /// <summary>Whether <paramref name="reason"/> decides the code, rather than <paramref name="other"/>.</summary>
    public static bool IsBefore(StatusReason reason, StatusReason other) => Array.IndexOf(Order, reason) < Array.IndexOf(Order, other);

    /// <summary>A refusal for these causes.</summary>
    /// <param name="name">The User's name; empty where it has none yet.</param>
    /// <param name="reason">The word of metrics and log lines.</param>
    /// <param name="status">What decides the code.</param>
    /// <param name="causes">What is wrong, at least one thing.</param>
    public static AdmissionDecision Of(string name, string reason, StatusReason status, IReadOnlyList<StatusCause> causes)
    {
        string shown = Warning.Shorten(name, MostCharacters);
        StatusCause[] told = [.. Bounded(causes)];
        Status refusal = status == StatusReason.Invalid ? Status.Invalid(UserDefinition.Kind, shown, told)
            : WithCauses(
                status == StatusReason.Forbidden ? Status.Forbidden(UserDefinition.Users, shown, FieldError.Aggregate(told))
                    : Status.Conflict(UserDefinition.Users, shown, FieldError.Aggregate(told)),
                told);
        return new AdmissionDecision.Denied(refusal) { Reason = reason };
    }

    private static Status WithCauses(Status refusal, StatusCause[] causes) => refusal with { Details = refusal.Details! with { Causes = [.. causes] } };

    private static IEnumerable<StatusCause> Bounded(IReadOnlyList<StatusCause> causes)
    {
        int told = causes.Count <= MostCauses ? causes.Count : MostCauses - 1;
        foreach (StatusCause cause in causes.Take(told))
        {
            yield return cause with { Message = Warning.Shorten(cause.Message, MostCharacters), Field = Warning.Shorten(cause.Field, MostCharacters) };
        }

        if (told < causes.Count)
        {
            yield return new StatusCause(CauseReason.Invalid, $"and {causes.Count - told} more", causes[told].Field);
        }
    }
}
