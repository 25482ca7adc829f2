using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Webhooks.Admission.Catalog;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Server.Serving;
using Xunit;

namespace Webhooks.FunctionalTests.Serving;

/// <summary>Clients that are gone before their request is read.</summary>
public sealed class ClientGoneTests
{
    public static TheoryData<Exception> Endings => [new ConnectionResetException("reset"), new ConnectionAbortedException("aborted"), new IOException("broken pipe")];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task A_connection_that_ends_before_its_request_is_said_to_be_aborted_is_no_failure_of_ours(Exception ending)
    {
        Webhook mutate = WebhookCatalog.Of(InjectionOptions.Default, new TemplatesInForce())[0];
        AdmissionEndpoint endpoint = new(mutate, maxBody: 1024, new BodyBudget(1024), AdmissionHost.NoRecord());
        Lifetime lifetime = new();
        DefaultHttpContext context = new() { Request = { Method = HttpMethods.Post, ContentType = "application/json", Body = new EndingBody(ending) } };
        context.Features.Set<IHttpRequestLifetimeFeature>(lifetime);
        await endpoint.AnswerAsync(context);
        Assert.True(lifetime.IsAborted);
    }

    private sealed class Lifetime : IHttpRequestLifetimeFeature
    {
        public bool IsAborted { get; private set; }

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => IsAborted = true;
    }

    /// <summary>A body of which nothing comes but the end of its connection.</summary>
    private sealed class EndingBody(Exception ending) : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw ending;
    }
}
