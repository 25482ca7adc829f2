using System.Collections.Immutable;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Users;

/// <summary>Whether a User may be created or changed as it is asked for: by its schema, then by the rules of the catalog, all that is wrong at once.</summary>
/// <remarks>Pure and thread safe: a decision is a function of the request, the settings and what is known of namespaces.</remarks>
/// <param name="options">The settings.</param>
/// <param name="namespaces">What is known of namespaces; <c>null</c>: nothing, and nobody is refused for a namespace that is there.</param>
public sealed class UserAdmission(UserOptions options, INamespaceLookup? namespaces = null)
{
    /// <summary>Nothing is wrong with it.</summary>
    internal const string Valid = "valid";

    /// <summary>It breaks the schema, so that an API server refuses it, too.</summary>
    internal const string SchemaInvalid = "schema-invalid";

    /// <summary>The spec is what it was.</summary>
    internal const string Unchanged = "unchanged";

    /// <summary>It is deleted, or being deleted: nothing may hold that up.</summary>
    internal const string Deleting = "deleting";

    /// <summary>It is no User, or not all of one.</summary>
    internal const string NotHandled = "not-handled";

    /// <summary>In bytes of JSON: several times what the schema allows. Beyond, nothing is looked at one by one.</summary>
    private const int LargestSpec = 128 * 1024;

    /// <summary>All reasons there are, beside the names of the catalog's rules.</summary>
    internal static IReadOnlyList<string> Reasons { get; } = [Valid, SchemaInvalid, Unchanged, Deleting, NotHandled];

    /// <summary>Decides about one request. Does not change it, and keeps nothing of it.</summary>
    /// <exception cref="ReviewFormatException">The object that is to be created or changed is not there; an API server sends no such.</exception>
    public AdmissionDecision Decide(AdmissionRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Kind.Group != UserDefinition.Group || request.Kind.Kind != "User" || request.SubResource.Length > 0)
        {
            return Allow(NotHandled);
        }

        return request.Operation switch
        {
            AdmissionOperation.Create => Check(Present(request)),
            AdmissionOperation.Update when IsDeleting(Present(request)) => Allow(Deleting),
            AdmissionOperation.Update when IsUnchanged(request) => Allow(Unchanged),
            AdmissionOperation.Update => Check(request),
            AdmissionOperation.Delete => Allow(Deleting),
            _ => Allow(NotHandled),
        };
    }

    private static AdmissionRequest Present(AdmissionRequest request) => request.Object.Kind == JsonKind.Object
        ? request
        : throw new ReviewFormatException("request.object: must be an object when one is created or updated");

    /// <summary>Says the object as it is; what is sent can't change that.</summary>
    private static bool IsDeleting(AdmissionRequest request) =>
        !(request.OldObject.IsAbsent ? request.Object : request.OldObject)["metadata"u8]["deletionTimestamp"u8].IsAbsent;

    /// <summary>The name can't change, and nobody is held to what he did not touch: metadata, finalizers, a status.</summary>
    private static bool IsUnchanged(AdmissionRequest request) =>
        !request.OldObject.IsAbsent && JsonEquality.AreEqual(request.Object["spec"u8], request.OldObject["spec"u8]);

    private AdmissionDecision Check(AdmissionRequest request)
    {
        UserChange change = new(request, options, namespaces);
        if (change.Spec.RawText.Length > LargestSpec)
        {
            return UserRefusal.Of(change.Name, SchemaInvalid, StatusReason.Invalid, [FieldError.TooLong("spec", LargestSpec)]);
        }

        List<StatusCause> causes = [.. SchemaCauses(request, change)];
        (string? reason, StatusReason status) = causes.Count > 0 ? (SchemaInvalid, StatusReason.Invalid) : (null, StatusReason.Unknown);
        foreach (UserRule rule in UserRuleCatalog.All)
        {
            int before = causes.Count;
            rule.Check(change, causes);
            if (causes.Count > before && (reason == null || UserRefusal.IsBefore(rule.Reason, status)))
            {
                (reason, status) = (rule.Name, rule.Reason);
            }
        }

        return reason == null ? Allow(Valid) : UserRefusal.Of(change.Name, reason, status, causes);
    }

    private static ImmutableArray<StatusCause> SchemaCauses(AdmissionRequest request, UserChange change)
    {
        IEnumerable<StatusCause>? metadata = change.LikelyName.Length == 0 ? [FieldError.Required("metadata.name", "name or generateName is required")] : null;
        return request.Operation == AdmissionOperation.Create || request.OldObject.IsAbsent
            ? UserDefinition.WrittenSchema.Validate(request.Object, metadata).Causes
            : UserDefinition.WrittenSchema.ValidateUpdate(request.Object, request.OldObject, metadata).Causes;
    }

    private static AdmissionDecision.Allowed Allow(string reason) => new() { Reason = reason };
}
