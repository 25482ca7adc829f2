using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Injection;

/// <summary>What an update changes, as injection sees it: what is the user's own, and what the templates had brought.</summary>
internal sealed class WorkloadUpdate
{
    private readonly string _status;
    private readonly HashSet<string> _leftAsTheyStand = new(StringComparer.Ordinal);

    private WorkloadUpdate(WorkloadState before, WorkloadState now, AnnotationNames names, TemplateSet templates)
    {
        (Before, Now, _status) = (before, now, names.Status);
        if (now.Proven.Count > 0 && now.StatusText != before.StatusText)
        {
            if (ListsContainerOfTheUser())
            {
                now.DisbelieveStatus();
            }

            BringsStatus = now.Proven.Count > 0;
        }

        Listed = new ListedItems(now.Proven.Count == 0 ? before.Proven : BringsStatus ? now.Proven.Concat(before.Proven) : now.Proven);
        OptedIn = Wanted(now);
        IsOptInSame = OptedIn.SetEquals(Wanted(before));

        HashSet<string> Wanted(WorkloadState state) =>
            [.. state.Asked.Asked.Where(one => one.Refusal == null && IsKnown(one.Template)).Select(one => one.Template)];

        bool IsKnown(string template) => templates.Find(template) != null || now.Names(template) || before.Names(template);
    }

    public WorkloadState Before { get; }

    public WorkloadState Now { get; }

    /// <summary>True when the request has a proven status that is not the one that was there before.</summary>
    public bool BringsStatus { get; }

    /// <summary>The items that are not the user's.</summary>
    public ListedItems Listed { get; }

    /// <summary>The templates that are asked for now and are known: to the server, or to the status of either object.</summary>
    public IReadOnlySet<string> OptedIn { get; }

    /// <summary>True when the same templates were asked for before.</summary>
    public bool IsOptInSame { get; }

    /// <summary>
    /// True when it brings what an earlier injection left, whole and still wanted: a roll-out undone, an object
    /// restored.
    /// </summary>
    public bool IsRestored { get; private set; }

    /// <summary>True when the user's own part of the pod template is as it was.</summary>
    public bool IsOwnSame { get; private set; }

    /// <summary>Compares a request with the object as it is.</summary>
    /// <param name="before">The object as it is.</param>
    /// <param name="now">The object as the request has it.</param>
    /// <param name="names">The annotations that are ours.</param>
    /// <param name="templates">The templates in force.</param>
    /// <param name="mayRestore">Whether an earlier injection can be brought back: not into what can't change.</param>
    public static WorkloadUpdate Of(WorkloadState before, WorkloadState now, AnnotationNames names, TemplateSet templates, bool mayRestore = true)
    {
        WorkloadUpdate update = new(before, now, names, templates);
        if (mayRestore && update.BringsStatus && now.Proven.All(entry => now.AsksFor(entry.Template)) && !update.LeavesSomethingOfBefore())
        {
            update.IsRestored = true;
            return update;
        }

        if (before.PodTemplate.RawText.SequenceEqual(now.PodTemplate.RawText))
        {
            update.IsOwnSame = true; // Scaled, annotated: most updates.
            return update;
        }

        update.TellWhoseItemsAre();
        JsonDraft own = new(before.PodTemplate);
        new ListedItems(before.Proven).TakeOff(own, names.Status, new HashSet<string>());
        update.IsOwnSame = StoredTemplate.AreEqual(own.Freeze(), update.Own().Freeze());
        return update;
    }

    /// <summary>The user's own part of the request's pod template, to be changed.</summary>
    public JsonDraft Own()
    {
        JsonDraft own = new(Now.PodTemplate);
        Listed.TakeOff(own, _status, _leftAsTheyStand);
        return own;
    }

    /// <summary>A status that lists a container which is the user's, and which the request left as it was, was copied from elsewhere.</summary>
    private bool ListsContainerOfTheUser() => Now.Brought.Any(path => ItemPath.ContainerOf(path) == path && IsUsers(path));

    /// <summary>True for an item that stood there before as the user's, and stands there still.</summary>
    private bool IsUsers(string path) => !Before.Brought.Contains(path) && StandsUnaltered(path);

    private bool StandsUnaltered(string path) =>
        ItemPlace.TryFind(Before.Look, path, out ItemPlace before) && ItemPlace.TryFind(Now.Look, path, out ItemPlace now)
        && StoredForm.AreEqual(before.Draft.Freeze(), now.Draft.Freeze(), now.Shape);

    private bool LeavesSomethingOfBefore()
    {
        HashSet<string> holders = Holders();
        return Before.Brought.Any(path => !Now.Brought.Contains(path) && !holders.Contains(path) && StandsUnaltered(path));
    }

    /// <summary>The containers into which a template put items, by the request's own status: they were not brought themselves.</summary>
    private HashSet<string> Holders() =>
        BringsStatus ? [.. Now.Brought.Select(ItemPath.ContainerOf).OfType<string>().Where(path => !Now.Brought.Contains(path))] : [];

    private void TellWhoseItemsAre()
    {
        HashSet<string> users = Holders();
        foreach (string path in Listed.Paths.Where(path => !users.Contains(path)))
        {
            if (BringsStatus && Now.Brought.Contains(path))
            {
                Enter(path, IsUsers(path) ? ItemFate.Users : ItemFate.Kept);
            }
            else if (ItemPlace.TryFind(Before.Look, path, out ItemPlace before))
            {
                Enter(path, ItemFates.Of(before, Now.Look, path, Listed.Was(path)));
            }
        }

        Listed.Forget(users);

        void Enter(string path, ItemFate fate)
        {
            if (fate == ItemFate.Users)
            {
                users.Add(path);
            }
            else if (fate == ItemFate.Reset)
            {
                _leftAsTheyStand.Add(path);
            }
        }
    }
}
