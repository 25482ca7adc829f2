using Webhooks.Resources.Api;

namespace Webhooks.Admission.Users.Rules;

/// <summary>Nobody is called as the cluster's own namespaces are, whatever the prefix: people would take one for the other.</summary>
internal sealed class ReservedNameRule : UserRule
{
    public override string Name => "reserved-name";

    public override StatusReason Reason => StatusReason.Forbidden;

    public override string Message => "default and names that begin with kube- are the cluster's own";

    public override void Check(UserChange change, List<StatusCause> causes)
    {
        if (change.IsNew && ReservedNames.IsOfCluster(change.LikelyName))
        {
            causes.Add(FieldError.Forbidden(change.NameField, Explain(change.LikelyName)));
        }
    }
}
