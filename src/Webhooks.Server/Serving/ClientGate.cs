using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Webhooks.Admission.Catalog;
using Webhooks.Server.Certificates;

namespace Webhooks.Server.Serving;

/// <summary>Lets in the clients whose certificates bear an allowed name. That the certificate is a good one, the handshake has seen to.</summary>
/// <param name="names">The names; with none, every client is let in.</param>
internal sealed class ClientGate(ClientNames names)
{
    private static readonly object Refused = new();

    /// <summary>Looks at each connection once, after its handshake.</summary>
    public void AddTo(ListenOptions listen)
    {
        if (names.IsEmpty)
        {
            return;
        }

        listen.Use(next => connection =>
        {
            if (connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate is not { } certificate || !names.Allows(certificate))
            {
                connection.Items[Refused] = Refused;
            }

            return next(connection);
        });
    }

    /// <summary>Answers requests of refused connections with 403, so that whoever set it up reads why.</summary>
    public RequestDelegate Guard(RequestDelegate inner, Webhook webhook, AdmissionRecord record) => names.IsEmpty ? inner : context =>
    {
        if (context.Features.Get<IConnectionItemsFeature>()?.Items.ContainsKey(Refused) is not true)
        {
            return inner(context);
        }

        RequestFault fault = RequestFault.ClientNotAllowed("the client certificate bears none of the names that serve --client-name allows");
        record.Failed(webhook, fault, TimeSpan.Zero, span: null);
        return JsonAnswer.WriteAsync(context, fault);
    };
}
