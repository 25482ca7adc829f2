using System.Net;
using Webhooks.Admission.Catalog;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.FunctionalTests.Serving;
using Webhooks.Server.Serving;
using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.Golden;

/// <summary>Every case of Users through HTTPS, by the webhook of the catalog.</summary>
public sealed class GoldenUserHttpsTests
{
    public static TheoryData<string> Cases => [.. UserCases.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_webhook_answers_what_the_case_expects(string name)
    {
        UserCase one = UserCases.Named(name);
        IReadOnlyList<Webhook> webhooks = WebhookCatalog.Of(InjectionOptions.Default, new TemplatesInForce(), one.Settings, one.Lookup);
        await using AdmissionHost host = await AdmissionHost.StartAsync(webhooks, new RequestLimits(RequestLimits.DefaultMaxBody));
        using HttpResponseMessage answer = await host.PostAsync("/validate/users", one.Question);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(GoldenComparison.Read(one, UserCase.Answer), UserCase.Written(await answer.Content.ReadAsByteArrayAsync()));
    }
}
