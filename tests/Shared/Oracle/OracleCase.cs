using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Requests;

namespace Webhooks.Shared.Oracle;

/// <summary>One object that kube-apiserver was sent.</summary>
internal sealed record OracleCase(OracleSchema Schema, JsonValue Json)
{
    /// <summary>What it answered.</summary>
    public OracleAnswer Recorded { get; } = OracleAnswer.OfCase($"{Schema.Name}/{Json["name"u8].GetString()}", Json);

    /// <summary>Whether it decided otherwise when it was asked again.</summary>
    public bool VerdictVaries => !Json["verdictVaries"u8].IsAbsent;

    /// <summary>Whether a server makes the name, another one each time.</summary>
    public bool HasGeneratedName => Json["object"u8].GetString().Contains("generateName", StringComparison.Ordinal);

    /// <summary>What is answered here.</summary>
    public WriteAnswer Answer()
    {
        byte[] body = Encoding.UTF8.GetBytes(Json["object"u8].GetString());
        FieldValidation validation = Enum.Parse<FieldValidation>(Json["fieldValidation"u8].GetString());
        return Json["operation"u8].GetString() == "create" ? Schema.Writes.Create(body, validation)
            : Json["subresource"u8].AsString() == "status" ? Schema.Writes.UpdateStatus(body, Old(), validation)
            : Schema.Writes.Update(body, Old(), validation);
    }

    /// <summary>What was stored before. Of its metadata the recording keeps little; the rest is as it was sent.</summary>
    private JsonValue Old()
    {
        JsonDraft old = new(Json["oldStored"u8]);
        JsonValue sent = JsonTree.Parse(Json["oldObject"u8].GetString(), JsonPolicy.Server).Root["metadata"u8];
        JsonDraft metadata = old.Child("metadata");
        foreach (string member in (string[])["finalizers", "ownerReferences"])
        {
            metadata.SetOrRemove(member, sent[member]);
        }

        // As the recordings write what differs from run to run.
        metadata.SetText("uid", "<uid>");
        if (Json["oldDeleting"u8].Kind == JsonKind.True)
        {
            metadata.SetText("deletionTimestamp", "2026-01-01T00:00:00Z");
            metadata.SetNumber("deletionGracePeriodSeconds", 0);
        }

        return old.Freeze(JsonPolicy.Server);
    }
}
