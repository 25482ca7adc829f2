using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>
/// Raises the time that a pod is given to end, in seconds, and never lowers it. Of all selected templates the largest
/// value stands, and only those that say it list it.
/// </summary>
internal sealed class GraceMerge(MergeRun run, MergeTarget spec, MemberMerge members, MergedTemplates templates)
{
    public const string Field = "terminationGracePeriodSeconds";

    private const long Default = 30;

    public void Merge(JsonValue value)
    {
        JsonValue standing = spec.Draft!.Find(Field)?.Freeze() ?? default;
        long seconds = Default;
        if (!value.TryGetInt64(out long wanted) || (!standing.IsAbsent && !standing.TryGetInt64(out seconds)))
        {
            return;
        }

        if (wanted == seconds)
        {
            run.Share(Field, isSame: true);
        }
        else if (wanted > seconds && wanted == templates.LongestGracePeriod())
        {
            Raise(value, standing);
        }
    }

    /// <summary>What an earlier injection had raised is this template's from now on, the user's value that it replaced too.</summary>
    private void Raise(JsonValue value, JsonValue standing)
    {
        if (run.Owners.OwnerOf(Field) == null)
        {
            members.Put(spec, Field, Field, value, standing);
        }
        else
        {
            run.Owners.TakeOver(Field, run.Entry);
            run.Recorder.AddMember(spec.Require(JsonKind.Object, run), Field, new JsonDraft(value));
        }
    }
}
