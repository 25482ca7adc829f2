using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Schemas.Requests;

/// <summary>Writes of custom resources, answered as an API server answers them: everything in its order, from the text to what is stored.</summary>
/// <remarks>
/// Pure and thread safe. Nothing is stored and nobody is asked: that a name is taken, a namespace is missing or an admission
/// webhook objects is not found out. A namespaced object without a namespace is in <c>default</c>.
/// </remarks>
/// <param name="kind">The kind.</param>
public sealed class CustomResourceWrites(CustomResourceKind kind)
{
    private const string UsualNamespace = "default";

    /// <summary>The kind that is written.</summary>
    public CustomResourceKind Kind => kind;

    /// <summary>The object of a POST.</summary>
    /// <param name="body">Its text.</param>
    /// <param name="validation">What becomes of members that the schema does not know, or that stand there twice.</param>
    /// <param name="isYaml">Whether the text is YAML. Default: JSON.</param>
    /// <remarks>A name that the server would make of <c>generateName</c> ends in <see cref="GeneratedNames.Sample"/>.</remarks>
    public WriteAnswer Create(ReadOnlyMemory<byte> body, FieldValidation validation, bool isYaml = false) =>
        Answered(() => Created(body, validation, isYaml));

    /// <summary>The object of a PUT.</summary>
    /// <param name="body">Its text. Without a <c>resourceVersion</c> it is taken to have the present one.</param>
    /// <param name="old">What is stored, as <see cref="WriteAnswer.Stored"/> has it.</param>
    /// <param name="validation">As for <see cref="Create"/>.</param>
    /// <param name="isYaml">Whether the text is YAML. Default: JSON.</param>
    public WriteAnswer Update(ReadOnlyMemory<byte> body, JsonValue old, FieldValidation validation, bool isYaml = false) =>
        Answered(() => Updated(body, kind.Schema.DecodeStored(old), validation, isYaml));

    /// <summary>The object of a PUT to its <c>status</c>: of it only that counts.</summary>
    /// <param name="body">As for <see cref="Update"/>.</param>
    /// <param name="old">As for <see cref="Update"/>.</param>
    /// <param name="validation">As for <see cref="Create"/>.</param>
    /// <param name="isYaml">Whether the text is YAML. Default: JSON.</param>
    public WriteAnswer UpdateStatus(ReadOnlyMemory<byte> body, JsonValue old, FieldValidation validation, bool isYaml = false) =>
        Answered(() => StatusUpdated(body, kind.Schema.DecodeStored(old), validation, isYaml));

    /// <summary>An object as it is stored: decoded and filled in, whether it is valid or not.</summary>
    /// <param name="body">Its text, with all that a server set.</param>
    /// <param name="isYaml">Whether the text is YAML. Default: JSON.</param>
    /// <exception cref="RequestRefusedException">It is no object of that kind and version.</exception>
    public JsonValue Store(ReadOnlyMemory<byte> body, bool isYaml = false)
    {
        (JsonDraft draft, _, _) = Read(body, FieldValidation.Ignore, isYaml);
        OwnerDuplicates.Remove(draft, isPatched: false);
        return kind.Schema.DecodeStored(StoredForm.Of(draft.Freeze(JsonPolicy.Server)));
    }

    private static WriteAnswer Answered(Func<WriteAnswer> write)
    {
        try
        {
            return write();
        }
        catch (RequestRefusedException refused)
        {
            return WriteAnswer.Refused(refused.Status, refused.Warnings);
        }
    }

    private WriteAnswer Created(ReadOnlyMemory<byte> body, FieldValidation validation, bool isYaml)
    {
        (JsonDraft draft, JsonDraft metadata, List<string> warnings) = Read(body, validation, isYaml);
        warnings.AddRange(OwnerDuplicates.Remove(draft, isPatched: false));
        string version = metadata.Text("resourceVersion");
        if (metadata.Text("name").Length == 0 && metadata.Text("generateName") is { Length: > 0 } prefix)
        {
            metadata.SetText("name", GeneratedNames.From(prefix, GeneratedNames.Sample));
        }

        ServerMetadata.OnCreate(metadata);
        metadata.Remove("resourceVersion");
        metadata.Remove("generation");
        if (kind.HasStatus)
        {
            draft.Remove("status");
        }

        JsonValue value = draft.Freeze(JsonPolicy.Server);
        SchemaVerdict verdict = kind.CheckCreate(value);
        return verdict.Causes.IsEmpty && ResourceVersionText.IsSet(version)
            ? WriteAnswer.Refused(ResourceVersionText.OnCreate, [.. warnings, .. CustomObjectRules.Warnings(value, default)], verdict.IsUndecided)
            : Answer(value, default, verdict, warnings);
    }

    private WriteAnswer Updated(ReadOnlyMemory<byte> body, JsonValue old, FieldValidation validation, bool isYaml)
    {
        (JsonDraft draft, _, List<string> warnings) = ReadUpdate(body, old, validation, isYaml);
        if (kind.HasStatus)
        {
            draft.SetOrRemove("status", old["status"u8]);
        }

        JsonValue value = draft.Freeze(JsonPolicy.Server);
        return Answer(value, old, kind.CheckUpdate(value, old), warnings);
    }

    private WriteAnswer StatusUpdated(ReadOnlyMemory<byte> body, JsonValue old, FieldValidation validation, bool isYaml)
    {
        (JsonDraft draft, JsonDraft metadata, List<string> warnings) = ReadUpdate(body, old, validation, isYaml);
        JsonDraft next = new(old);
        next.SetOrRemove("status", draft.FindSource("status"));
        next.Child("metadata").SetText("resourceVersion", metadata.Text("resourceVersion"));
        JsonValue value = next.Freeze(JsonPolicy.Server);
        return Answer(value, old, kind.CheckStatusUpdate(value, old), warnings);
    }

    private (JsonDraft Draft, JsonDraft Metadata, List<string> Warnings) ReadUpdate(
        ReadOnlyMemory<byte> body, JsonValue old, FieldValidation validation, bool isYaml)
    {
        (JsonDraft draft, JsonDraft metadata, List<string> warnings) = Read(body, validation, isYaml);
        string name = old["metadata"u8]["name"u8].AsString() ?? "";
        if (metadata.Text("name").Length == 0)
        {
            throw new RequestRefusedException(PathNames.Missing(name), warnings);
        }

        if (metadata.Text("name") != name)
        {
            throw new RequestRefusedException(PathNames.Other(metadata.Text("name"), name), warnings);
        }

        warnings.AddRange(OwnerDuplicates.Remove(draft, isPatched: false));
        string present = old["metadata"u8]["uid"u8].AsString() ?? "";
        if (metadata.Text("uid") is { Length: > 0 } uid && present.Length > 0 && uid != present)
        {
            string space = kind.IsNamespaced ? metadata.Text("namespace") + "/" : "";
            string key = $"{kind.Kind.Group}/{kind.Plural}/{space}{name}";
            throw new RequestRefusedException(OtherObject.Of(new GroupResource(kind.Kind.Group, kind.Plural), key, name, uid, present), warnings);
        }

        UpdatedVersion.Fill(metadata, old["metadata"u8]);
        ServerMetadata.OnUpdate(metadata, old["metadata"u8]);
        return (draft, metadata, warnings);
    }

    private (JsonDraft Draft, JsonDraft Metadata, List<string> Warnings) Read(ReadOnlyMemory<byte> body, FieldValidation validation, bool isYaml)
    {
        DecodedObject decoded = BodyDecoding.Decode(kind.Target, body, isYaml, validation, kind.Schema, _ => null);
        JsonDraft draft = new(decoded.Object);
        JsonDraft metadata = draft.Child("metadata");
        if (!kind.IsNamespaced)
        {
            metadata.Remove("namespace");
        }
        else if (metadata.Text("namespace").Length == 0)
        {
            metadata.SetText("namespace", UsualNamespace);
        }

        return (draft, metadata, [.. decoded.Warnings]);
    }

    private WriteAnswer Answer(JsonValue value, JsonValue old, SchemaVerdict verdict, List<string> warnings)
    {
        if (!verdict.Causes.IsEmpty)
        {
            GroupKind named = new(kind.Kind.Group, value["kind"u8].AsString() ?? kind.Kind.Kind);
            return WriteAnswer.Refused(
                Status.Invalid(named, value["metadata"u8]["name"u8].AsString() ?? "", verdict.Causes), warnings, verdict.IsUndecided);
        }

        // It is read again: a status that was left out comes back with its default.
        JsonValue stored = kind.Schema.DecodeStored(StoredForm.Of(value));
        return WriteAnswer.Taken(stored, [.. warnings, .. CustomObjectRules.Warnings(value, old)], verdict.IsUndecided);
    }
}
