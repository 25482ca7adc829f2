using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Definitions;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Schemas.Requests;

/// <summary>Writes of CustomResourceDefinitions, answered as an API server answers them.</summary>
/// <remarks>Pure and thread safe. That another definition has the same names is not found out.</remarks>
public static class DefinitionWrites
{
    /// <summary>What is empty counts in checks.</summary>
    private static readonly DecodeTarget Target = DecodeTarget.Definition with { KeepsEmpty = true };

    /// <summary>The definition of a POST.</summary>
    /// <param name="body">Its text.</param>
    /// <param name="validation">What becomes of members that nobody knows, or that stand there twice.</param>
    /// <param name="isYaml">Whether the text is YAML. Default: JSON.</param>
    public static WriteAnswer Create(ReadOnlyMemory<byte> body, FieldValidation validation, bool isYaml = false) =>
        Write(body, validation, isYaml, default);

    /// <summary>The definition of a PUT.</summary>
    /// <param name="body">Its text. Without a <c>resourceVersion</c> it is taken to have the present one.</param>
    /// <param name="old">What is stored, as <see cref="WriteAnswer.Stored"/> has it.</param>
    /// <param name="validation">As for <see cref="Create"/>.</param>
    /// <param name="isYaml">Whether the text is YAML. Default: JSON.</param>
    public static WriteAnswer Update(ReadOnlyMemory<byte> body, JsonValue old, FieldValidation validation, bool isYaml = false) =>
        Write(body, validation, isYaml, old);

    private static WriteAnswer Write(ReadOnlyMemory<byte> body, FieldValidation validation, bool isYaml, JsonValue old)
    {
        DecodedObject decoded;
        try
        {
            decoded = BodyDecoding.Decode(Target, body, isYaml, validation, null, _ => null);
        }
        catch (RequestRefusedException refused)
        {
            return WriteAnswer.Refused(refused.Status, refused.Warnings);
        }

        JsonDraft draft = new(decoded.Object);
        DefinitionDefaults.Fill(draft);
        Prepare(draft, old);
        JsonValue definition = NormalForm.Of(Target, draft, decoded.Object);
        List<StatusCause> metadata = [];
        MetadataRules.OnCreate(definition["metadata"u8], isNamespaced: false, NameRules.Common, metadata);
        if (!old.IsMissing)
        {
            MetadataRules.OnUpdate(definition["metadata"u8], old["metadata"u8], metadata);
        }

        SchemaVerdict verdict = old.IsMissing ? CrdChecks.OnCreate(definition) : CrdChecks.OnUpdate(definition, old);
        List<StatusCause> causes = [.. metadata, .. verdict.Causes];
        return causes.Count > 0
            ? WriteAnswer.Refused(Invalid(definition, causes), decoded.Warnings, verdict.IsUndecided)
            : WriteAnswer.Taken(
                NormalForm.Stored(DecodeTarget.Definition, definition),
                [.. decoded.Warnings, .. old.IsMissing ? CrdChecks.Warnings(definition) : CrdChecks.Warnings(definition, old)],
                verdict.IsUndecided);
    }

    private static void Prepare(JsonDraft draft, JsonValue old)
    {
        JsonDraft metadata = draft.Child("metadata");
        if (old.IsMissing)
        {
            ServerMetadata.OnCreate(metadata);
            DefinitionPreparation.OnCreate(draft);
            return;
        }

        UpdatedVersion.Fill(metadata, old["metadata"u8]);
        ServerMetadata.OnUpdate(metadata, old["metadata"u8]);
        draft.SetOrRemove("status", old["status"u8]);
        DefinitionPreparation.OnUpdate(draft);
    }

    private static Status Invalid(JsonValue definition, IEnumerable<StatusCause> causes) => Status.Invalid(
        DecodeTarget.Definition.Kind.GroupKind, definition["metadata"u8]["name"u8].AsString() ?? "", causes);
}
