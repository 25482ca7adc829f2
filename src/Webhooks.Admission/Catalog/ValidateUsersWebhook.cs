using Webhooks.Admission.Reviews;
using Webhooks.Admission.Users;

namespace Webhooks.Admission.Catalog;

/// <summary>Refuses Users that break their schema or a rule of <c>docs/users.md</c>, with everything that is wrong at once.</summary>
internal sealed class ValidateUsersWebhook(UserAdmission users) : Webhook
{
    public override string Path => "/validate/users";

    public override AdmissionDecision Decide(AdmissionRequest request) => users.Decide(request);
}
