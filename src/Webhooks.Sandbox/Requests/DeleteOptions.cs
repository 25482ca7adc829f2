using Microsoft.AspNetCore.Http;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Requests;

/// <summary>The options of a deletion.</summary>
/// <remarks>Immutable. As <c>metav1.DeleteOptions</c>.</remarks>
internal sealed record DeleteOptions
{
    /// <summary>Whether nothing is to be deleted.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>How long an object may take to go, in seconds; <c>null</c> for its kind's default.</summary>
    public long? GracePeriodSeconds { get; init; }

    /// <summary>The uid that the object must have; <c>null</c> for any.</summary>
    public string? Uid { get; init; }

    /// <summary>The version that the object must have; <c>null</c> for any.</summary>
    public string? ResourceVersion { get; init; }

    /// <summary>What happens to what it owns: <c>Background</c>, <c>Foreground</c>, <c>Orphan</c>; <c>null</c> for its finalizers to tell.</summary>
    public string? Propagation { get; init; }

    /// <summary>The old form of <see cref="Propagation"/>.</summary>
    public bool? OrphansDependents { get; init; }

    /// <summary>Reads the options of a query, which count where there is no body.</summary>
    public static DeleteOptions Read(IQueryCollection query)
    {
        IReadOnlyList<string> dryRun = QueryValues.Texts(query, "dryRun");
        DeleteOptions options = new()
        {
            GracePeriodSeconds = QueryValues.Number(query, "gracePeriodSeconds"),
            OrphansDependents = QueryValues.OptionalFlag(query, "orphanDependents"),
            Propagation = query.ContainsKey("propagationPolicy") ? QueryValues.Text(query, "propagationPolicy") : null,
            IsDryRun = dryRun.Count > 0,
        };
        return Checked(options, dryRun);
    }

    /// <summary>Reads the options of a body.</summary>
    /// <param name="body">The body's value, an object of the right types.</param>
    public static DeleteOptions Read(JsonValue body)
    {
        string[] dryRun = [.. body["dryRun"u8].Items().Select(item => item.AsString() ?? "")];
        JsonValue preconditions = body["preconditions"u8];
        DeleteOptions options = new()
        {
            GracePeriodSeconds = body["gracePeriodSeconds"u8].TryGetInt64(out long grace) ? grace : null,
            Uid = preconditions["uid"u8].AsString(),
            ResourceVersion = preconditions["resourceVersion"u8].AsString(),
            Propagation = body["propagationPolicy"u8].AsString(),
            OrphansDependents = body["orphanDependents"u8].Kind switch
            {
                JsonKind.True => true,
                JsonKind.False => false,
                _ => null,
            },
            IsDryRun = dryRun.Length > 0,
        };
        return Checked(options, dryRun);
    }

    private static DeleteOptions Checked(DeleteOptions options, IReadOnlyList<string> dryRun)
    {
        StatusCause[] causes = [.. OfPropagation(options), .. DryRun.Check(dryRun)];
        return causes.Length == 0
            ? options
            : throw new StatusException(Status.Invalid(new GroupKind("meta.k8s.io", "DeleteOptions"), "", causes));
    }

    private static IEnumerable<StatusCause> OfPropagation(DeleteOptions options)
    {
        if (options.Propagation is not { } policy)
        {
            yield break;
        }

        if (options.OrphansDependents != null)
        {
            yield return FieldError.Invalid("propagationPolicy", policy, "orphanDependents and deletionPropagation cannot be both set");
        }

        if (policy is not ("Foreground" or "Background" or "Orphan"))
        {
            yield return FieldError.NotSupported("propagationPolicy", policy, ["Foreground", "Background", "Orphan", "nil"]);
        }
    }
}
