using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;

namespace Webhooks.Admission.Catalog;

/// <summary>
/// The same in namespaces that are opted in, whose pods get the default templates too. API servers know which these
/// are by a namespace selector, so that no labels need be kept here.
/// </summary>
internal sealed class MutateDefaultsWebhook(Injector injector, TemplatesInForce templates) : Webhook
{
    public override string Path => "/mutate/defaults";

    public override AdmissionDecision Decide(AdmissionRequest request) =>
        InjectionAnswer.Of(injector.Decide(request, templates.Current, namespaceOptsIn: true));
}
