using Webhooks.Resources.Api;
using Webhooks.Resources.Names;

namespace Webhooks.Admission.Users.Rules;

/// <summary>Prefix and name together must be the name of a namespace: shorter, and without the dots that a User's own name may have.</summary>
internal sealed class NamespaceNameRule : UserRule
{
    public override string Name => "namespace-name";

    public override StatusReason Reason => StatusReason.Invalid;

    public override string Message => "makes no legal name of a namespace";

    public override void Check(UserChange change, List<StatusCause> causes)
    {
        if (!change.IsNew || change.LikelyName.Length == 0)
        {
            return;
        }

        foreach (string problem in DnsLabel.Problems(change.Namespace))
        {
            causes.Add(FieldError.Invalid(change.NameField, change.LikelyName, Explain($"{change.Namespace} {problem}")));
        }
    }
}
