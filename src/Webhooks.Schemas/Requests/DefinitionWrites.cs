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
    /// <summary>The definition of a POST.</summary>
    /// <param name="body">Its text.</param>
    /// <param name="validation">What becomes of members that nobody knows, or that stand there twice.</param>
    /// <param name="isYaml">Whether the text is YAML. Default: JSON.</param>
    public static WriteAnswer Create(ReadOnlyMemory<byte> body, FieldValidation validation, bool isYaml = false)
    {
        DecodedObject decoded;
        try
        {
            decoded = BodyDecoding.Decode(DecodeTarget.Definition, body, isYaml, validation, null, _ => null);
        }
        catch (RequestRefusedException refused)
        {
            return WriteAnswer.Refused(refused.Status);
        }

        JsonDraft draft = new(decoded.Object);
        DefinitionDefaults.Fill(draft);
        ServerMetadata.OnCreate(draft.Child("metadata"));
        DefinitionPreparation.OnCreate(draft);
        JsonValue definition = NormalForm.Of(DecodeTarget.Definition, draft, decoded.Object);
        List<StatusCause> metadata = [];
        MetadataRules.OnCreate(definition["metadata"u8], isNamespaced: false, NameRules.Common, metadata);
        SchemaVerdict verdict = CrdChecks.OnCreate(definition);
        List<StatusCause> causes = [.. metadata, .. verdict.Causes];
        return causes.Count > 0
            ? WriteAnswer.Refused(Invalid(definition, causes), decoded.Warnings, verdict.IsUndecided)
            : new(null, [.. decoded.Warnings, .. CrdChecks.Warnings(definition)], definition, verdict.IsUndecided);
    }

    private static Status Invalid(JsonValue definition, IEnumerable<StatusCause> causes) => Status.Invalid(
        DecodeTarget.Definition.Kind.GroupKind, definition["metadata"u8]["name"u8].AsString() ?? "", causes);
}
