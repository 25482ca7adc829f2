using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Metadata;
using Webhooks.Schemas.Patterns;
using Webhooks.Schemas.Rules;
using Webhooks.Schemas.Shaping;
using Webhooks.Schemas.Validation;

namespace Webhooks.Schemas;

/// <summary>
/// What an API server does with the objects of one version of a custom resource: decoding rules, pruning, defaults and
/// validation, each in the server's words.
/// </summary>
/// <remarks>
/// Immutable and thread safe; made once per version and kept. Values are given and taken as <see cref="JsonValue"/>, read under
/// <see cref="JsonPolicy.Server"/>: number literals decide. The order on a write: <see cref="Decode"/>, <see cref="Default"/>, then
/// <see cref="Validate"/>; on a read of what is stored: <see cref="Default"/>. Source: apiextensions-apiserver 1.36.
/// </remarks>
public sealed class CustomResourceSchema
{
    private const string RulesNotChecked =
        "some validation rules were not checked because the object was invalid; correct the existing errors to complete validation";

    private readonly PatternTable _patterns = new();
    private readonly Defaults _defaults;
    private readonly SchemaReach _withResources;
    private readonly SchemaReach _withListTypes;
    private readonly SchemaReach _withRules;
    private readonly ScalePaths? _scale;

    private CustomResourceSchema(Schema schema, ScalePaths? scale)
    {
        Schema = schema;
        _scale = scale;
        _withResources = new(schema, one => one.Extensions.IsEmbeddedResource);
        _defaults = new(schema, _withResources);
        _withListTypes = new(schema, one => one.Extensions.ListType is "set" or "map");
        _withRules = new(schema, one => one.Extensions.Validations.Count > 0);
    }

    /// <summary>What the version's <c>openAPIV3Schema</c> says; of a version without one, nothing.</summary>
    public Schema Schema { get; }

    /// <summary>Whether it has x-kubernetes-validations, which are not evaluated.</summary>
    public bool HasRules => !_withRules.IsEmpty;

    /// <summary>Whether <see cref="Default"/> can change anything.</summary>
    public bool HasDefaults => !_defaults.IsEmpty;

    /// <summary>Reads an item of <c>spec.versions</c> of a CustomResourceDefinition (apiextensions.k8s.io/v1).</summary>
    /// <param name="version">The version; one without a schema takes any object and keeps nothing of it.</param>
    /// <param name="keepsSource">Whether schemas keep the JSON that they were read from, and with it descriptions. Default: no.</param>
    /// <remarks>Whether it is sound is not asked: a server takes no other.</remarks>
    public static CustomResourceSchema Read(JsonValue version, bool keepsSource = false)
    {
        (Schema schema, _) = SchemaReader.ReadCustomResource(version["schema"u8]["openAPIV3Schema"u8], "openAPIV3Schema", keepsSource);
        return new(schema, ScalePaths.Read(version["subresources"u8]["scale"u8]));
    }

    /// <summary>What an object is decoded by that names a version which is none of the kind's: it is refused, but first it is told what is unknown.</summary>
    internal static CustomResourceSchema OfOtherVersion { get; } = Of(SchemaReader.ReadCustomResource(default, "").Schema);

    /// <summary>A schema by itself, without subresources.</summary>
    public static CustomResourceSchema Of(Schema schema) => new(schema, null);

    /// <summary>
    /// The object as it is decoded: pruned, without the nulls that mean nothing, and with what is known of the metadata of
    /// embedded resources. Its own metadata is left as it is.
    /// </summary>
    /// <param name="value">The object.</param>
    /// <param name="unknown">Where the paths of members that were left out are added: those of the schema sorted, then those of embedded metadata; <c>null</c>: nobody asks.</param>
    /// <returns>The object; the very same where nothing changed.</returns>
    /// <exception cref="DecodeException">An embedded resource can't be decoded; the message is the server's, without its beginning.</exception>
    public JsonValue Decode(JsonValue value, ICollection<string>? unknown = null)
    {
        JsonValue decoded = EmbeddedDecoding.Run(
            DropNulls(Prune(value, unknown)), Schema, _withResources, "", unknown, out StatusCause? problem);
        return problem is { } cause ? throw new DecodeException(cause.ToString()) : decoded;
    }

    /// <summary>An object as it is read from where it is stored: under the schema of now, which may not be that under which it was written.</summary>
    /// <param name="stored">The object.</param>
    /// <returns>The object with defaults; the very same where nothing changed.</returns>
    public JsonValue DecodeStored(JsonValue stored) => Default(EmbeddedDecoding.Read(DropNulls(Prune(stored)), Schema, _withResources));

    /// <summary>The object without the members that the schema does not know; apiVersion, kind and metadata always stay.</summary>
    /// <param name="value">The object.</param>
    /// <param name="unknown">Where the paths of what was left out are added, sorted; <c>null</c>: nobody asks.</param>
    /// <returns>The object; the very same where nothing changed.</returns>
    public JsonValue Prune(JsonValue value, ICollection<string>? unknown = null) => Pruning.Run(value, Schema, isResource: true, unknown);

    /// <summary>The object without members that are <c>null</c>, where that is neither allowed nor to be replaced by a default.</summary>
    /// <returns>The object; the very same where nothing changed.</returns>
    public JsonValue DropNulls(JsonValue value) => NullDropping.Run(value, Schema);

    /// <summary>The object with defaults filled in.</summary>
    /// <returns>The object; the very same where nothing changed.</returns>
    public JsonValue Default(JsonValue value) => Defaulting.Run(value, Schema, _defaults);

    /// <summary>What is wrong with a new object. Its apiVersion, kind and metadata are the caller's business, but for what the schema says of them.</summary>
    /// <param name="value">The object, decoded and with defaults.</param>
    /// <param name="metadata">What is wrong with its metadata: it comes first, and rules are not checked for some of it. Default: nothing.</param>
    /// <param name="isOther">Whether it says that it is of another kind or version: then its values are not looked at. Default: no.</param>
    public SchemaVerdict Validate(JsonValue value, IEnumerable<StatusCause>? metadata = null, bool isOther = false)
    {
        ValueChecks checks = new(null, _patterns);
        List<StatusCause> causes = [.. metadata ?? []];
        if (!isOther)
        {
            causes.AddRange(checks.Run(value, Schema, null).Select(failure => failure.Cause));
            AddScale(value, causes);
        }

        causes.AddRange(EmbeddedChecks.Run(value, Schema, _withResources, FieldPlace.Root));
        causes.AddRange(new ListTypes(_withListTypes).Run(value, Schema));
        return Finish(value, null, causes, checks.IsUndecided);
    }

    /// <summary>What is wrong with a change. What was wrong before and has not changed does not count (ratcheting), where the server can tell.</summary>
    /// <param name="value">The object, decoded and with defaults.</param>
    /// <param name="old">The object as it is stored, with defaults.</param>
    /// <param name="metadata">What is wrong with the change of its metadata: as for <see cref="Validate"/>.</param>
    /// <param name="isOther">As for <see cref="Validate"/>.</param>
    public SchemaVerdict ValidateUpdate(JsonValue value, JsonValue old, IEnumerable<StatusCause>? metadata = null, bool isOther = false)
    {
        Correlation before = new(value, old, Schema);
        ValueChecks checks = new(null, _patterns);
        List<StatusCause> causes = [.. metadata ?? []];
        if (!isOther)
        {
            causes.AddRange(checks.Run(value, Schema, before).Select(failure => failure.Cause));
            AddScale(value, causes);
        }

        causes.AddRange(EmbeddedChecks.Run(value, Schema, _withResources, FieldPlace.Root));
        AddNewDuplicates(value, old, causes);
        return Finish(value, before, causes, checks.IsUndecided);
    }

    /// <summary>What is wrong with a change of <c>status</c> by its subresource. Of the rest only what has rules counts.</summary>
    /// <param name="value">The object with the new status and all else as stored, decoded and with defaults.</param>
    /// <param name="old">The object as it is stored, with defaults.</param>
    /// <param name="metadata">What is wrong with the change of its metadata: as for <see cref="Validate"/>.</param>
    /// <param name="isOther">As for <see cref="Validate"/>.</param>
    public SchemaVerdict ValidateStatusUpdate(JsonValue value, JsonValue old, IEnumerable<StatusCause>? metadata = null, bool isOther = false)
    {
        ValueChecks checks = new("status", _patterns);
        List<StatusCause> causes = [.. metadata ?? []];
        JsonValue status = value["status"u8];
        if (!isOther && Schema.Properties["status"] is { } schema && !status.IsMissing)
        {
            causes.AddRange(checks.Run(status, schema, new Correlation(status, old["status"u8], schema)).Select(failure => failure.Cause));
        }

        causes.AddRange(isOther ? [] : _scale?.CheckStatus(value) ?? []);
        AddNewDuplicates(value, old, causes);
        return Finish(value, new Correlation(value, old, Schema), causes, checks.IsUndecided);
    }

    private static bool Blocks(StatusCause cause) => cause.Reason
        is CauseReason.NotSupported or CauseReason.Required or CauseReason.TooLong or CauseReason.TooMany or CauseReason.TypeInvalid;

    private void AddScale(JsonValue value, List<StatusCause> causes)
    {
        causes.AddRange(_scale?.CheckSpec(value) ?? []);
        causes.AddRange(_scale?.CheckStatus(value) ?? []);
    }

    /// <summary>An object that had duplicates may have them.</summary>
    private void AddNewDuplicates(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        if (new ListTypes(_withListTypes).Run(old, Schema).Count == 0)
        {
            causes.AddRange(new ListTypes(_withListTypes).Run(value, Schema));
        }
    }

    private SchemaVerdict Finish(JsonValue value, Correlation? before, List<StatusCause> causes, bool isUndecided)
    {
        bool isBlocked = causes.Any(Blocks);
        if (isBlocked && HasRules)
        {
            causes.Add(FieldError.Invalid("<nil>", default, RulesNotChecked));
        }

        return new([.. causes], isUndecided || (!isBlocked && RuleReach.Applies(value, Schema, before, _withRules)));
    }
}
