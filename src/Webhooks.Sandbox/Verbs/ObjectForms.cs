using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Applying;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Defaulting;
using Webhooks.Sandbox.Preparing;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Validation;
using Webhooks.Schemas;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Verbs;

/// <summary>What each kind makes of an object that is sent: its form, its defaults, its rules.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class ObjectForms
{
    private readonly ServiceAddresses _addresses;
    private int _services;
    private int _ports = 30_000;

    /// <summary>The forms of one cluster: they give out addresses.</summary>
    public ObjectForms()
    {
        _addresses = new ServiceAddresses(NextAddress, () => Interlocked.Increment(ref _ports));
    }

    /// <summary>Reads the object of a body.</summary>
    public static DecodedObject Decode(ApiCall call, WriteOptions options) => WithDefaults(
        call,
        ObjectDecoder.Decode(TargetOf(call), call.Body, BodyFormats.Of(call.ContentType), options.FieldValidation, call.Resource.Custom?.Schema));

    /// <summary>Reads the object that a patch made.</summary>
    /// <param name="call">The call.</param>
    /// <param name="patched">What the patch made.</param>
    /// <param name="options">The options.</param>
    /// <param name="findings">What a strict reading finds in the patch itself.</param>
    /// <param name="merged">A strategic merge patch as Go prints it; <c>null</c> for a patch of another kind.</param>
    public static DecodedObject DecodePatched(
        ApiCall call, JsonValue patched, WriteOptions options, IReadOnlyList<string> findings, string? merged = null) => WithDefaults(
        call,
        ObjectDecoder.DecodePatched(TargetOf(call), patched, options.FieldValidation, findings, call.Resource.Custom?.Schema, merged));

    /// <summary>Makes an object ready to be stored for the first time.</summary>
    /// <param name="call">The call.</param>
    /// <param name="made">The object; changed.</param>
    /// <param name="normal">The object in normal form that it was made of.</param>
    public JsonValue PrepareForCreate(ApiCall call, JsonDraft made, JsonValue normal) => CreatePreparation.Prepare(call.Resource, made, normal, _addresses);

    /// <summary>Makes an object ready to be stored in the place of another.</summary>
    /// <param name="call">The call.</param>
    /// <param name="next">The object; changed.</param>
    /// <param name="normal">The object in normal form that it was made of.</param>
    /// <param name="old">What was there.</param>
    /// <param name="now">The time.</param>
    public JsonValue PrepareForUpdate(ApiCall call, JsonDraft next, JsonValue normal, JsonValue old, DateTimeOffset now) => call.Subresource?.Name switch
    {
        "status" => UpdatePreparation.PrepareStatus(call.Resource, next.Freeze(JsonPolicy.Server), old, now),
        "finalize" => UpdatePreparation.PrepareFinalize(call.Resource, next.Freeze(JsonPolicy.Server), old),
        "ephemeralcontainers" => UpdatePreparation.Prepare(call.Resource, PodParts.WithEphemeralContainers(next.Freeze(JsonPolicy.Server), old), old, old, _addresses),
        "resize" => UpdatePreparation.Prepare(call.Resource, PodParts.WithResources(next.Freeze(JsonPolicy.Server), old), old, old, _addresses),
        _ => UpdatePreparation.Prepare(call.Resource, next, normal, old, _addresses),
    };

    /// <summary>What is wrong with an object that is to be made.</summary>
    public static IEnumerable<StatusCause> CheckCreate(ApiCall call, JsonValue made)
    {
        if (call.Resource.Custom is { } custom)
        {
            return custom.CheckCreate(made).Causes;
        }

        IReadOnlyList<StatusCause> causes = ObjectValidation.OnCreate(call.Resource, made);
        return call.StoredAs == Definitions.Resource ? [.. causes, .. CrdChecks.OnCreate(made).Causes]
            : causes;
    }

    /// <summary>What is wrong with an object that is to take the place of another.</summary>
    public static IEnumerable<StatusCause> CheckUpdate(ApiCall call, JsonValue next, JsonValue old)
    {
        bool isStatus = call.Subresource?.Name == "status";
        if (call.Resource.Custom is { } custom)
        {
            return isStatus ? custom.CheckStatusUpdate(next, old).Causes : custom.CheckUpdate(next, old).Causes;
        }

        IReadOnlyList<StatusCause> causes = isStatus
            ? ObjectValidation.OnStatusUpdate(call.Resource, next, old)
            : call.Subresource is { } subresource ? ObjectValidation.OnSubresourceUpdate(call.Resource, subresource.Name, next, old)
            : ObjectValidation.OnUpdate(call.Resource, next, old);
        return call.StoredAs == Definitions.Resource && !isStatus ? [.. causes, .. CrdChecks.OnUpdate(next, old).Causes] : causes;
    }

    /// <summary>The object with note of who wrote which of its fields.</summary>
    public static JsonDraft Own(ApiCall call, JsonValue next, JsonValue old, WriteOptions options, DateTimeOffset now) => call.Resource.Ownership.Update(
        old, next, OwnerName.Of(options.FieldManager, call.UserAgent), call.Subresource?.Name ?? "", now);

    /// <summary>The kind that a refusal names: of a custom resource the one that the object says it is.</summary>
    public static GroupKind KindOf(ApiCall call, JsonValue obj) => ObjectValidation.NamedKind(call.Resource, obj);

    /// <summary>What clients are warned of, though it is stored.</summary>
    public static IReadOnlyList<string> Warnings(ApiCall call, JsonValue next, JsonValue old) =>
        call.Resource.IsCustom ? CustomObjectRules.Warnings(next, old)
        : call.StoredAs != Definitions.Resource ? [.. PodWarnings.Of(call.Resource, next, old), .. IngressWarnings.Of(call.Resource, next, old)]
        : old.IsMissing ? CrdChecks.Warnings(next)
        : CrdChecks.Warnings(next, old);

    private static DecodeTarget TargetOf(ApiCall call) =>
        call.Subresource is { } subresource && subresource.Kind != call.Resource.Gvk ? DecodeTargets.Of(subresource.Kind) : DecodeTargets.Of(call.Resource);

    private static DecodedObject WithDefaults(ApiCall call, DecodedObject decoded)
    {
        if (call.Subresource is { } part && part.Kind != call.Resource.Gvk)
        {
            return decoded;
        }

        return decoded with { Object = ObjectDefaults.Fill(call.Resource, decoded.Object) };
    }

    private string NextAddress()
    {
        int number = Interlocked.Increment(ref _services);
        return string.Create(CultureInfo.InvariantCulture, $"10.96.{(number / 250) % 256}.{(number % 250) + 1}");
    }
}
