using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;

namespace Webhooks.Admission.Catalog;

/// <summary>Injects into workloads and pods what their annotations ask for.</summary>
internal sealed class MutateWebhook(Injector injector, TemplatesInForce templates) : Webhook
{
    public override string Path => "/mutate";

    public override AdmissionDecision Decide(AdmissionRequest request) => InjectionAnswer.Of(injector.Decide(request, templates.Current));
}
