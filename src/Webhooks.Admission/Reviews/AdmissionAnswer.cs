using System.Buffers;
using System.Buffers.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Admission.Reviews;

/// <summary>Writes the AdmissionReview that answers another.</summary>
public static class AdmissionAnswer
{
    /// <summary>The API server passes on 4,096 characters of warnings: so many of the longest.</summary>
    private const int MostWarnings = 32;

    /// <summary>Writes the answer: same version and uid; <c>patch</c> and <c>patchType</c> both or neither.</summary>
    /// <param name="review">What was asked.</param>
    /// <param name="decision">What was decided.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(AdmissionReview review, AdmissionDecision decision, JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(writer);
        writer.StartObject();
        writer.WriteName("kind"u8);
        writer.WriteString("AdmissionReview"u8);
        writer.WriteName("apiVersion"u8);
        writer.WriteString(review.ApiVersion);
        writer.WriteName("response"u8);
        writer.StartObject();
        writer.WriteName("uid"u8);
        writer.WriteString(review.Request.Uid);
        writer.WriteName("allowed"u8);
        writer.WriteBool(decision is not AdmissionDecision.Denied);
        switch (decision)
        {
            case AdmissionDecision.Changed changed:
                WritePatch(changed.Patch, writer);
                break;
            case AdmissionDecision.Denied denied:
                WriteStatus(denied.Status, writer);
                break;
        }

        WriteAudit(decision.Audit, writer);
        WriteWarnings(decision.Warnings, writer);
        writer.EndObject();
        writer.EndObject();
    }

    private static void WritePatch(JsonPatch patch, JsonWriter writer)
    {
        using PooledBuffer json = new();
        patch.Write(new JsonWriter(json));
        byte[] base64 = ArrayPool<byte>.Shared.Rent(Base64.GetMaxEncodedToUtf8Length(json.Length));
        Base64.EncodeToUtf8(json.WrittenSpan, base64, out _, out int written);
        writer.WriteName("patchType"u8);
        writer.WriteString("JSONPatch"u8);
        writer.WriteName("patch"u8);
        writer.WriteString(base64.AsSpan(0, written));
        ArrayPool<byte>.Shared.Return(base64);
    }

    private static void WriteStatus(Status status, JsonWriter writer)
    {
        writer.WriteName("status"u8);
        status.Write(writer);
    }

    private static void WriteAudit(IReadOnlyList<KeyValuePair<string, string>> audit, JsonWriter writer)
    {
        if (audit.Count == 0)
        {
            return;
        }

        writer.WriteName("auditAnnotations"u8);
        writer.StartObject();
        foreach ((string name, string text) in audit)
        {
            writer.WriteName(name);
            writer.WriteString(text);
        }

        writer.EndObject();
    }

    private static void WriteWarnings(IReadOnlyList<string> warnings, JsonWriter writer)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        writer.WriteName("warnings"u8);
        writer.StartArray();
        int written = warnings.Count <= MostWarnings ? warnings.Count : MostWarnings - 1;
        foreach (string warning in warnings.Take(written))
        {
            writer.WriteString(warning);
        }

        if (written < warnings.Count)
        {
            writer.WriteString($"… and {warnings.Count - written} more warnings");
        }

        writer.EndArray();
    }
}
