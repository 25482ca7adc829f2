using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Admission.Users;

namespace Webhooks.Admission.Catalog;

/// <summary>All webhooks, in one place. To add one: its file beside this one, and a line here.</summary>
public static class WebhookCatalog
{
    /// <summary>The webhooks with these settings, deciding by what is in force and known at each moment.</summary>
    /// <param name="options">The settings of injection.</param>
    /// <param name="templates">The templates in force.</param>
    /// <param name="users">The settings of Users; <c>null</c>: the defaults, in the same own namespace.</param>
    /// <param name="namespaces">What is known of namespaces; <c>null</c>: nothing.</param>
    public static IReadOnlyList<Webhook> Of(
        InjectionOptions options, TemplatesInForce templates, UserOptions? users = null, INamespaceLookup? namespaces = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        Injector injector = new(options);
        return
        [
            new MutateWebhook(injector, templates),
            new MutateDefaultsWebhook(injector, templates),
            new ValidateTemplatesWebhook(options, templates),
            new ValidateUsersWebhook(new UserAdmission(users ?? new UserOptions { OwnNamespace = options.OwnNamespace }, namespaces)),
        ];
    }
}
