using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Webhooks.Sandbox.Faults;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Recording;
using Webhooks.Sandbox.Serving;

namespace Webhooks.Sandbox.Requests;

/// <summary>One request on its way, with what tests want to know of it and do to it.</summary>
/// <param name="context">The request.</param>
/// <param name="info">What it asks for.</param>
internal sealed class Exchange(HttpContext context, RequestInfo info)
{
    private readonly Wire _wire = Wire.Of(context);

    /// <summary>What it asks for.</summary>
    public RequestInfo Info => info;

    /// <summary>As whom it is dealt with, after impersonation; empty while nobody is known.</summary>
    public string User { get; set; } = "";

    /// <summary>What the client says it is.</summary>
    public string UserAgent => context.Request.Headers.UserAgent.ToString();

    /// <summary>Ends when the client goes.</summary>
    public CancellationToken Aborted => context.RequestAborted;

    /// <summary>The resource that it is about, once that is found; <c>null</c> for none.</summary>
    public ApiResource? Resource { get; set; }

    /// <summary>Its record; <c>null</c> when requests are not recorded.</summary>
    public RequestTrace? Trace { get; set; }

    /// <summary>What is to happen to it as a watch; <c>null</c> for nothing.</summary>
    public WatchEffect? WatchFault { get; set; }

    /// <summary>The faults that act when its answer is ready.</summary>
    public ImmutableArray<Fault> Afterwards { get; set; } = [];

    /// <summary>Cuts its connection.</summary>
    /// <param name="afterSending">Whether what has come down to the connection is sent before.</param>
    public void Cut(bool afterSending = false) => _wire.Cut(afterSending);
}
