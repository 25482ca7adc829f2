using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Users.Rules;

/// <summary>Nobody logs in as a part of Kubernetes.</summary>
internal sealed class SystemSubjectRule : UserRule
{
    public override string Name => "system-subject";

    public override StatusReason Reason => StatusReason.Forbidden;

    public override string Message => "users that begin with system: are parts of Kubernetes, nobody's login";

    public override void Check(UserChange change, List<StatusCause> causes)
    {
        JsonValue subject = change.Spec["subject"u8];
        if (subject.AsString() is { } name && ReservedNames.IsOfSystem(name) && !change.HadSubject(subject))
        {
            causes.Add(FieldError.Forbidden("spec.subject", Explain(name)));
        }
    }
}
