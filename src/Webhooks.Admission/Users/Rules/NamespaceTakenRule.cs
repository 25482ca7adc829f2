using Webhooks.Resources.Api;

namespace Webhooks.Admission.Users.Rules;

/// <summary>
/// A namespace that is there already is somebody else's: taking it over would give the User all that is in it. What is known of
/// namespaces may be old, so the controller decides again; this is for whoever waits at a terminal.
/// </summary>
internal sealed class NamespaceTakenRule : UserRule
{
    public override string Name => "namespace-taken";

    public override StatusReason Reason => StatusReason.Conflict;

    public override string Message => "there is such a namespace, and it is not this User's";

    public override void Check(UserChange change, List<StatusCause> causes)
    {
        if (!change.IsNew || change.IsGenerated || change.Occupant is not { } facts)
        {
            return;
        }

        bool isOwned = facts.OwnerUid.Length > 0;
        if (isOwned ? facts.OwnerUid != change.Uid : facts.AdoptedBy != change.Name)
        {
            string remedy = isOwned
                ? $"another User owns it, of UID {facts.OwnerUid}"
                : $"take another name, or annotate it {NamespaceFacts.AdoptAnnotation}: {change.Name}";
            causes.Add(FieldError.Duplicate(change.NameField, change.Namespace, Explain(remedy)));
        }
    }
}
