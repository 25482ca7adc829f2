using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Authorization;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Faults;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Patching;
using Webhooks.Sandbox.Recording;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Verbs;

namespace Webhooks.Sandbox.Serving;

/// <summary>Answers requests: who asks, may it, what about, and in which form.</summary>
internal sealed class RequestHandler(
    Cluster cluster, ApiVerbs verbs, AccessControl access, SandboxAuthority authority, Documents documents, RequestLog requests, FaultScript faults)
{
    // A connection's certificate is looked at once.
    private readonly ConditionalWeakTable<X509Certificate2, StrongBox<bool>> _trusted = [];
    private readonly RequestCounts _counts = new();

    /// <summary>Answers a request.</summary>
    public async Task Handle(HttpContext context)
    {
        RequestInfo info = RequestPath.Read(context.Request.Method, PathOf(context), context.Request.Query);
        Exchange exchange = new(context, info);
        Responding responding = new(context, cluster, exchange, faults, _counts);
        RequestEnd end = RequestEnd.Failed;
        try
        {
            await responding.Send(await RunOrRefuse(context, exchange, responding));
            end = context.RequestAborted.IsCancellationRequested ? RequestEnd.Aborted : RequestEnd.Complete;
        }
        catch (ConnectionCut cut)
        {
            end = RequestEnd.Cut;
            exchange.Cut(cut.AfterSending);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            end = RequestEnd.Aborted;
        }
        finally
        {
            exchange.Trace?.Ended(end);
        }
    }

    private async Task<Answer> RunOrRefuse(HttpContext context, Exchange exchange, Responding responding)
    {
        try
        {
            return await Run(context, exchange, responding);
        }
        catch (StatusException refused)
        {
            return new Answer.Failure(refused.Status) { Warnings = refused.Warnings };
        }
        catch (Exception bug) when (OwnFault.Is(bug))
        {
            return OwnFault.Of(bug);
        }
    }

    private async Task<Answer> Run(HttpContext context, Exchange exchange, Responding responding)
    {
        RequestInfo info = exchange.Info;
        AccessAttributes attributes = Identify(context, exchange, out TimeSpan? deadline);
        await faults.Enter(exchange);
        if (access.Authorizer.Refusal(attributes) is { } forbidden)
        {
            throw new StatusException(forbidden);
        }

        if (!info.IsResource)
        {
            return info.Path == "/metrics" ? MetricsPage.Write(_counts, cluster) : documents.Find(context, info, cluster.Kinds) ?? Routing.MissingPage(info);
        }

        if (Routing.Find(info, cluster.Kinds, out Answer refusal) is not { } found)
        {
            return refusal;
        }

        (ApiResource resource, ApiSubresource? subresource) = found;
        exchange.Resource = resource;
        if (info.Verb == "patch")
        {
            // What a patch comes as is looked at before what the answer shall come as.
            PatchFormats.Of(context.Request.ContentType, resource.IsCustom);
        }

        responding.Negotiate(resource, subresource);
        if (info is { Verb: "create", IsLongRunning: false })
        {
            // And what a new object comes as before it is read.
            BodyFormats.Of(context.Request.ContentType ?? "");
        }

        return await RequestDeadline.Within(
            deadline, cluster.Time, end => Ask(context, exchange, found, attributes.Caller, end), context.RequestAborted);
    }

    private async Task<Answer> Ask(
        HttpContext context, Exchange exchange, (ApiResource Resource, ApiSubresource? Subresource) found, Caller caller, CancellationToken cancellation)
    {
        RequestInfo info = exchange.Info;
        ApiCall call = new()
        {
            Verb = info.Verb,
            Resource = found.Resource,
            Subresource = found.Subresource,
            Namespace = info.Namespace,
            Caller = caller,
            Name = info.IsSelected ? "" : info.Name,
            Query = context.Request.Query,
            ContentType = context.Request.ContentType ?? "",
            UserAgent = context.Request.Headers.UserAgent.ToString(),
            Body = info.Method == "GET" ? default : await RequestBodies.Read(context.Request, cancellation),
        };
        exchange.Trace?.Read(call.Body);
        return await verbs.Run(call, cancellation);
    }

    /// <summary>Finds out who asks, and how long he waits; from then on the request is recorded.</summary>
    private AccessAttributes Identify(HttpContext context, Exchange exchange, out TimeSpan? deadline)
    {
        string authenticated = "";
        try
        {
            deadline = RequestDeadline.Read(exchange.Info, QueryValues.Text(context.Request.Query, "timeout"));
            AccessAttributes attributes = Authenticate(context, exchange.Info);
            authenticated = attributes.Caller.Name;
            attributes = attributes with { Caller = access.Impersonator.Resolve(attributes, context.Request.Headers) };
            exchange.User = attributes.Caller.Name;
            return attributes;
        }
        finally
        {
            string impersonator = exchange.User == authenticated ? "" : authenticated;
            exchange.Trace = RequestTrace.Begin(requests, cluster.Time.GetUtcNow(), context, exchange.Info, exchange.User, impersonator);
        }
    }

    private AccessAttributes Authenticate(HttpContext context, RequestInfo info)
    {
        X509Certificate2? certificate = context.Connection.ClientCertificate;
        if (certificate != null && !_trusted.GetValue(certificate, client => new StrongBox<bool>(authority.Trusts(client))).Value)
        {
            throw new StatusException(Status.Unauthorized("Unauthorized"));
        }

        string? authorization = context.Request.Headers.Authorization is [{ } header, ..] ? header : null;
        return new AccessAttributes
        {
            Caller = access.Authenticator.Authenticate(authorization, certificate),
            Verb = info.Verb,
            IsResource = info.IsResource,
            Group = info.Group,
            Resource = info.Plural,
            Subresource = info.Subresource,
            Namespace = info.Namespace,
            Name = info.Name,
            Path = info.Path,
        };
    }

    /// <summary>The path, decoded once; slashes that were encoded separate too.</summary>
    private static string PathOf(HttpContext context)
    {
        string raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int query = raw.IndexOf('?', StringComparison.Ordinal);
        return Uri.UnescapeDataString(query < 0 ? raw : raw[..query]);
    }
}
