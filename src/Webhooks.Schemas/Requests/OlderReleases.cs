using System.Text.RegularExpressions;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Requests;

/// <summary>What releases of Kubernetes before 1.36 do otherwise, where the answer about a custom resource may depend on it.</summary>
/// <remarks>
/// Pure and thread safe. It goes by the answer of 1.36: a schema that fails inside <c>not</c>, or one of several that <c>oneOf</c> has,
/// leaves no trace there, so that such a value may be answered otherwise without a word here.
/// </remarks>
public static partial class OlderReleases
{
    /// <summary>The release whose answers are given: 36 of 1.36.</summary>
    public const int Judged = 36;

    private const int WithNameFormats = 34;
    private const int WithRatcheting = 30;
    private const string Ranges = "before 1.36 nothing held a number to the range of its format, nor a bound to the schema's type";
    private const string NameFormats = "before 1.34 the formats k8s-short-name and k8s-long-name were not checked";
    private const string Ratcheting = "before 1.30 what was wrong and did not change was held against an update";

    /// <summary>Why an older release may take a custom resource that 1.36 refuses; <c>null</c> where it refuses it, too.</summary>
    /// <param name="refusal">What 1.36 says.</param>
    /// <param name="minor">The release: 29 of 1.29.</param>
    public static string? DoubtOf(Status refusal, int minor)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        StatusCause[] causes = [.. refusal.Details?.Causes ?? []];
        string[] newer = [.. causes.Select(cause => Newer(cause, minor)).OfType<string>().Distinct()];
        if (refusal.Reason != StatusReason.Invalid || newer.Length == 0)
        {
            return null;
        }

        HashSet<string> outOfRange = [.. causes.Select(RangePath).OfType<string>()];
        return causes.All(cause => Newer(cause, minor) != null || Follows(cause) || (minor < Judged && IsBound(cause) && outOfRange.Contains(cause.Field)))
            ? string.Join("; ", newer)
            : null;
    }

    /// <summary>Why an older release may refuse an update that 1.36 takes; <c>null</c> where it takes it, too.</summary>
    /// <param name="kind">The object's kind.</param>
    /// <param name="stored">The object as 1.36 stores it.</param>
    /// <param name="minor">The release: 29 of 1.29.</param>
    public static string? DoubtOfUpdate(CustomResourceKind kind, JsonValue stored, int minor)
    {
        ArgumentNullException.ThrowIfNull(kind);

        // Of duplicates in sets and list maps an update was never told that they stood there before.
        return minor < WithRatcheting && kind.Schema.Validate(stored).Causes.Any(cause => cause.Reason != CauseReason.Duplicate && Newer(cause, minor) == null)
            ? Ratcheting
            : null;
    }

    private static string? Newer(StatusCause cause, int minor) =>
        minor < Judged && RangePath(cause) != null ? Ranges
        : minor < WithNameFormats && cause.Reason == CauseReason.TypeInvalid && NameFormat().IsMatch(cause.Message) ? NameFormats
        : null;

    private static string? RangePath(StatusCause cause) => Range().Match(cause.Message) is { Success: true } found ? found.Groups["path"].Value : null;

    /// <summary>Whether it says no more than that others are there: what a junctor says, or that rules were not evaluated.</summary>
    private static bool Follows(StatusCause cause) => Consequence().IsMatch(cause.Message);

    /// <summary>Bounds that a type can't hold were cut to fit, so that values beside them were compared otherwise.</summary>
    private static bool IsBound(StatusCause cause) => cause.Message.Contains(" in body should be ", StringComparison.Ordinal);

    [GeneratedRegex("""^Invalid value: "": (Checked|Minimum boundary|Maximum boundary|MultipleOf) value must be of type \S+ (\(default format\)|with format \S+) in (?<path>.+)$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Range();

    [GeneratedRegex("in body must be of type k8s-(short|long)-name: ", RegexOptions.ExplicitCapture)]
    private static partial Regex NameFormat();

    [GeneratedRegex("""^Invalid value: ("": ".+" must validate |null: some validation rules were not checked)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Consequence();
}
