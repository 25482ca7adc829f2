using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Webhooks.Admission.Catalog;

namespace Webhooks.Server.Serving;

/// <summary>Finds the webhook of a path.</summary>
/// <remarks>
/// Not by endpoint routing: there are a handful of fixed paths, and routing compiles a table for them at the second
/// request to each server, which no warm-up elsewhere can do for it.
/// </remarks>
internal sealed class WebhookRoutes
{
    private readonly FrozenDictionary<string, RequestDelegate> _endpoints;
    private readonly RequestFault _noSuchPath;

    /// <summary>Routes to some webhooks.</summary>
    /// <param name="webhooks">The webhooks, each with a path of its own.</param>
    /// <param name="endpointOf">Gives what answers at a webhook's path.</param>
    public WebhookRoutes(IReadOnlyList<Webhook> webhooks, Func<Webhook, RequestDelegate> endpointOf)
    {
        _endpoints = webhooks.ToFrozenDictionary(webhook => webhook.Path, endpointOf, StringComparer.Ordinal);
        _noSuchPath = RequestFault.NoSuchPath($"no webhook has this path; there are {string.Join(", ", webhooks.Select(webhook => webhook.Path))}");
    }

    /// <summary>Has the request answered by the webhook of its path; 404, with the paths there are, when it is none's.</summary>
    public Task AnswerAsync(HttpContext context) => _endpoints.TryGetValue(context.Request.Path.Value ?? "", out RequestDelegate? endpoint)
        ? endpoint(context)
        : JsonAnswer.WriteAsync(context, _noSuchPath);
}
