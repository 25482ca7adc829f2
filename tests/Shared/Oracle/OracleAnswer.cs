using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Shared.Oracle;

/// <summary>What kube-apiserver answered to a request.</summary>
/// <param name="Name">The request: of an object <c>area/schema/case</c>, of a definition <c>area/schema</c>.</param>
/// <param name="IsAllowed">Whether it was stored.</param>
/// <param name="Code">The HTTP status.</param>
/// <param name="Reason">The reason of a refusal; else empty.</param>
/// <param name="Message">The message of a refusal; else empty.</param>
/// <param name="CauseLists">The causes of a refusal, and the other ones that it gave when it was asked again.</param>
/// <param name="Warnings">The texts of its warnings.</param>
/// <param name="Stored">The object; missing where the recording leaves it out.</param>
internal sealed record OracleAnswer(
    string Name,
    bool IsAllowed,
    int Code,
    string Reason,
    string Message,
    IReadOnlyList<HashSet<StatusCause>> CauseLists,
    IReadOnlyList<string> Warnings,
    JsonValue Stored)
{
    /// <summary>What the end of a generated name was replaced by in the recordings.</summary>
    private const string RecordedSuffix = "<random>";

    /// <summary>The answer to an object.</summary>
    public static OracleAnswer OfCase(string name, JsonValue json) => new(
        name,
        json["allowed"u8].Kind == JsonKind.True,
        Number(json["code"u8]),
        json["reason"u8].AsString() ?? "",
        Plain(json["message"u8].AsString() ?? ""),
        [.. json["causesVary"u8].Items().Prepend(json["causes"u8]).Select(Causes)],
        Texts(json["warnings"u8]),
        json["stored"u8]);

    /// <summary>The answer to a definition.</summary>
    public static OracleAnswer OfDefinition(string name, JsonValue json) => new(
        name,
        json["crdAccepted"u8].Kind == JsonKind.True,
        Number(json["crdCode"u8]),
        json["crdReason"u8].AsString() ?? "",
        json["crdMessage"u8].AsString() ?? "",
        [Causes(json["crdCauses"u8])],
        Texts(json["crdWarnings"u8]),
        default);

    /// <summary>A text of the server as it reads where a generated name ends as it does here.</summary>
    public static string Plain(string text) => text.Replace(RecordedSuffix, "xxxxx", StringComparison.Ordinal);

    private static HashSet<StatusCause> Causes(JsonValue causes) =>
    [
        .. causes.Items().Select(cause => new StatusCause(
            cause["reason"u8].GetString(), Plain(cause["message"u8].GetString()), cause["field"u8].AsString() ?? "")),
    ];

    private static int Number(JsonValue value) => int.Parse(value.ToString(), CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Texts(JsonValue list) => [.. list.Items().Select(text => Plain(text.GetString()))];
}
