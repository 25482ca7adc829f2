using Webhooks.Resources.Api;

namespace Webhooks.Admission.Users.Rules;

/// <summary>No User gets a namespace of the cluster, or that of this program: its owner could change what runs the cluster.</summary>
internal sealed class ReservedNamespaceRule : UserRule
{
    public override string Name => "reserved-namespace";

    public override StatusReason Reason => StatusReason.Forbidden;

    public override string Message => "the namespace would be one that runs the cluster";

    public override void Check(UserChange change, List<StatusCause> causes)
    {
        bool isOwn = change.Namespace == change.Options.OwnNamespace && !change.IsGenerated;
        if (change.IsNew && (isOwn || ReservedNames.IsOfCluster(change.Namespace)))
        {
            causes.Add(FieldError.Forbidden(change.NameField, Explain(change.Namespace)));
        }
    }
}
