using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Tests.Schemas;

/// <summary>One request and what kube-apiserver answered to it.</summary>
internal sealed record RecordedCase(RecordedSchema Schema, JsonValue Json)
{
    public string Name => $"{Schema.Name}/{Json["name"u8].GetString()}";

    public JsonValue Object => JsonTree.Parse(Json["object"u8].GetString(), JsonPolicy.Server).Root;

    public bool IsUpdate => Json["operation"u8].GetString() == "update";

    public bool IsStatus => Json["subresource"u8].AsString() == "status";

    public bool IsAllowed => Json["allowed"u8].Kind == JsonKind.True;

    public bool Varies => !Json["verdictVaries"u8].IsAbsent || !Json["causesVary"u8].IsAbsent;

    /// <summary>The request was refused before the schema had a say, or for its own metadata: not what is judged here.</summary>
    public bool IsAboutDecoding =>
        Json["code"u8].ToString() is not ("200" or "201" or "422")
        || Causes.Any(cause => cause.Field is "kind" or "apiVersion" || (cause.Field.StartsWith("metadata", StringComparison.Ordinal) && !cause.Message.Contains("in body", StringComparison.Ordinal) && cause.Reason != CauseReason.TooLong));

    public HashSet<StatusCause> Causes =>
    [
        .. Json["causes"u8].Items().Select(cause => new StatusCause(
            cause["reason"u8].GetString(), cause["message"u8].GetString(), cause["field"u8].AsString() ?? "")),
    ];
}
