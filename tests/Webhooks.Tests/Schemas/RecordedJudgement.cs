using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas;

namespace Webhooks.Tests.Schemas;

/// <summary>What the engine makes of a recorded request, beside what the server answered.</summary>
internal static class RecordedJudgement
{
    /// <summary>What differs, one line each; empty where both agree, and where the engine says that it can't tell.</summary>
    public static List<string> Differences(RecordedCase recorded)
    {
        CustomResourceSchema schema = recorded.Schema.Schema;
        JsonValue value = Decoded(recorded, out List<string> unknown);
        List<string> differences = [];
        CompareUnknown(recorded, unknown, differences);
        SchemaVerdict verdict = Verdict(recorded, schema, value);
        if (verdict.Answer == SchemaAnswer.Unknown || (verdict.IsUndecided && !recorded.IsAllowed))
        {
            return differences;
        }

        HashSet<StatusCause> causes = [.. verdict.Causes.Where(cause => cause.Field != "metadata.name" || cause.Message.Contains("in body", StringComparison.Ordinal) || cause.Reason == CauseReason.TooLong)];
        if ((verdict.Answer == SchemaAnswer.Valid) != recorded.IsAllowed)
        {
            differences.Add($"verdict: {verdict.Answer}, recorded {(recorded.IsAllowed ? "Valid" : "Invalid")}");
        }

        differences.AddRange(causes.Except(recorded.Causes).Select(cause => $"cause too many: {cause.Reason} {cause}"));
        differences.AddRange(recorded.Causes.Except(causes).Select(cause => $"cause missing: {cause.Reason} {cause}"));
        JsonValue stored = recorded.Json["stored"u8];
        if (recorded.IsAllowed && !stored.IsMissing && !recorded.IsStatus)
        {
            CompareStored(StoredForm.Of(schema.Default(value)), stored, differences);
        }

        return differences;
    }

    private static JsonValue Decoded(RecordedCase recorded, out List<string> unknown)
    {
        CustomResourceSchema schema = recorded.Schema.Schema;
        unknown = [];
        JsonDraft draft = new(schema.Default(schema.Decode(recorded.Object, unknown)));
        if (recorded.IsStatus)
        {
            JsonDraft whole = new(recorded.Json["oldStored"u8]);
            if (draft.Find("status") is { } status)
            {
                whole.Set("status", status);
            }
            else if (whole.Find("status") != null)
            {
                whole.Remove("status");
            }

            draft = whole;
        }
        else if (recorded.Schema.HasStatus)
        {
            draft.Remove("status");
            if (recorded.IsUpdate && recorded.Json["oldStored"u8]["status"u8] is { IsMissing: false } old)
            {
                draft.Set("status", new(old));
            }
        }

        return draft.Freeze(JsonPolicy.Server);
    }

    private static SchemaVerdict Verdict(RecordedCase recorded, CustomResourceSchema schema, JsonValue value)
    {
        if (!recorded.IsUpdate)
        {
            return schema.Validate(value);
        }

        JsonValue old = schema.Default(recorded.Json["oldStored"u8]);
        return recorded.IsStatus ? schema.ValidateStatusUpdate(value, old) : schema.ValidateUpdate(value, old);
    }

    private static void CompareUnknown(RecordedCase recorded, List<string> unknown, List<string> differences)
    {
        if (recorded.Json["fieldValidation"u8].AsString() != "Warn" && recorded.IsAllowed && recorded.Json["fieldValidation"u8].AsString() == "Strict" && unknown.Count > 0)
        {
            differences.Add($"unknown: {string.Join(", ", unknown)}, recorded none");
        }
    }

    private static void CompareStored(JsonValue value, JsonValue stored, List<string> differences)
    {
        foreach ((string name, JsonValue member) in value.Members())
        {
            if (name != "metadata" && !JsonEquality.AreEqual(member, stored[name]))
            {
                differences.Add($"stored {name}: {member}, recorded {stored[name]}");
            }
        }

        foreach ((string name, JsonValue member) in stored.Members())
        {
            if (name != "metadata" && value[name].IsMissing)
            {
                differences.Add($"stored without {name}: {member}");
            }
        }
    }
}
