using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Preparing;
using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Verbs;

/// <summary>What the deletion of an object does to it. Pure.</summary>
/// <remarks>As <c>k8s.io/apiserver/pkg/registry/generic/registry/store.go</c> and <c>rest/delete.go</c>.</remarks>
internal static class Deletion
{
    /// <summary>Holds an object until what it owns is gone.</summary>
    public const string Foreground = "foregroundDeletion";

    /// <summary>Holds an object until what it owned has forgotten it.</summary>
    public const string Orphan = "orphan";

    /// <summary>Holds a definition until its objects are gone.</summary>
    public const string DefinitionCleanup = "customresourcecleanup.apiextensions.k8s.io";

    private static readonly GroupResource Namespaces = new("", "namespaces");
    private static readonly GroupResource Pods = new("", "pods");
    private static readonly GroupResource Definitions = new("apiextensions.k8s.io", "customresourcedefinitions");

    /// <summary>Marks an object as being deleted where that is due.</summary>
    /// <param name="call">The call.</param>
    /// <param name="going">The object; changed.</param>
    /// <param name="options">The options.</param>
    /// <param name="now">The time.</param>
    public static DeletionStep Plan(ApiCall call, JsonDraft going, DeleteOptions options, DateTimeOffset now)
    {
        ObjectMeta meta = new(going);
        if (call.StoredAs == Namespaces && (!meta.IsBeingDeleted || going.Find("spec")?.Find("finalizers") is { Count: > 0 }))
        {
            return MarkNamespace(going, meta, options, now);
        }

        if (call.StoredAs == Definitions && !meta.IsBeingDeleted)
        {
            return MarkDefinition(going, meta, now);
        }

        bool isGraceful = call.StoredAs == Pods;
        if (isGraceful && meta.IsBeingDeleted && meta.DeletionGracePeriodSeconds is { } pending
            && (options.GracePeriodSeconds is not { } wanted || Math.Max(wanted, -1) is var period && (period < 0 ? 1 : period) >= pending))
        {
            return DeletionStep.Marked;
        }

        if (isGraceful)
        {
            Grace.Mark(going, meta, options, now);
        }

        bool changesFinalizers = SetFinalizers(meta, options, Strategies.Of(call.Resource));
        bool isHeld = meta.Finalizers.Count > 0;
        if (!isGraceful && !isHeld && !changesFinalizers)
        {
            return DeletionStep.Gone;
        }

        if (!isGraceful)
        {
            Mark(meta, now);
        }

        return isHeld || meta.DeletionGracePeriodSeconds > 0 ? DeletionStep.Marked : DeletionStep.MarkedThenGone;
    }

    private static void Mark(ObjectMeta meta, DateTimeOffset now)
    {
        if (meta.DeletionGracePeriodSeconds == null && meta.Generation > 0)
        {
            meta.Generation++;
        }

        if (!meta.IsBeingDeleted)
        {
            meta.DeletionTimestamp = GoTime.Write(now);
        }

        meta.DeletionGracePeriodSeconds = 0;
    }

    private static DeletionStep MarkNamespace(JsonDraft space, ObjectMeta meta, DeleteOptions options, DateTimeOffset now)
    {
        if (!meta.IsBeingDeleted)
        {
            // Unlike of all else, of a Namespace orphanDependents=false asks for foreground deletion.
            SetFinalizers(
                meta,
                options.OrphansDependents == false ? options with { OrphansDependents = null, Propagation = nameof(Foreground) } : options,
                new Strategy());
            meta.DeletionTimestamp = GoTime.Write(now);
            space.Child("status").Set("phase", Drafts.Text("Terminating"));
        }

        return DeletionStep.Marked;
    }

    private static DeletionStep MarkDefinition(JsonDraft definition, ObjectMeta meta, DateTimeOffset now)
    {
        meta.DeletionTimestamp = GoTime.Write(now);
        if (!meta.Finalizers.Contains(DefinitionCleanup))
        {
            meta.Finalizers = [.. meta.Finalizers, DefinitionCleanup];
        }

        Conditions.Set(
            definition,
            "Terminating",
            true,
            "InstanceDeletionPending",
            "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon",
            now);
        return DeletionStep.Marked;
    }

    /// <summary>Puts in and takes out the finalizers that say what becomes of what the object owns.</summary>
    private static bool SetFinalizers(ObjectMeta meta, DeleteOptions options, Strategy strategy)
    {
        IReadOnlyList<string> before = meta.Finalizers;
        bool orphans = !strategy.OwnsNothing && (options.OrphansDependents
            ?? (options.Propagation is { } policy ? policy == Orphaning : FirstOf(before) is { } kept ? kept == Orphan : strategy.OrphansByDefault));
        bool isForeground = !strategy.OwnsNothing && options.OrphansDependents == null
            && (options.Propagation is { } other ? other == nameof(Foreground) : FirstOf(before) == Foreground);
        List<string> after = [.. before.Where(finalizer => finalizer is not (Orphan or Foreground))];
        if (orphans)
        {
            after.Add(Orphan);
        }

        if (isForeground)
        {
            after.Add(Foreground);
        }

        if (after.ToHashSet().SetEquals(before))
        {
            return false;
        }

        meta.Finalizers = after;
        return true;
    }

    private const string Orphaning = "Orphan";

    private static string? FirstOf(IReadOnlyList<string> finalizers) => finalizers.FirstOrDefault(finalizer => finalizer is Orphan or Foreground);
}
