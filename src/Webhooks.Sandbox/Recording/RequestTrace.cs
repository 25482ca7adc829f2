using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Recording;

/// <summary>Records one request while it is dealt with.</summary>
/// <remarks>For one request at a time.</remarks>
internal sealed class RequestTrace
{
    // The most that is kept of a body.
    private const int Most = 1024 * 1024;

    private readonly RequestLog _log;
    private RecordedRequest _latest;

    private RequestTrace(RequestLog log, RecordedRequest latest)
    {
        _log = log;
        _latest = latest;
    }

    /// <summary>Begins to record a request; <c>null</c> when none are recorded.</summary>
    /// <param name="log">The log.</param>
    /// <param name="now">The time.</param>
    /// <param name="context">The request.</param>
    /// <param name="info">What it asks for.</param>
    /// <param name="user">As whom; empty for nobody.</param>
    /// <param name="impersonator">Who really asks, if that is somebody else.</param>
    public static RequestTrace? Begin(RequestLog log, DateTimeOffset now, HttpContext context, RequestInfo info, string user, string impersonator)
    {
        if (!log.IsOn)
        {
            return null;
        }

        HttpRequest request = context.Request;
        return new RequestTrace(log, log.Add(number => new RecordedRequest
        {
            Number = number,
            Time = now,
            Verb = info.Verb,
            Method = info.Method,
            Target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            Resource = info.Plural,
            Namespace = info.Namespace,
            Name = info.Name,
            Subresource = info.Subresource,
            User = user,
            Impersonator = impersonator,
            UserAgent = request.Headers.UserAgent.ToString(),
            ContentType = request.ContentType ?? "",
            Accept = request.Headers.Accept.ToString(),
        }));
    }

    /// <summary>Takes its body in.</summary>
    public void Read(ReadOnlyMemory<byte> body) => Put(_latest with { Body = Head(body) });

    /// <summary>Takes the answer in, before it is sent.</summary>
    public void Answer(int code, ReadOnlyMemory<byte> body) => Put(_latest with { Code = (HttpStatusCode)code, Answer = Head(body).ToArray() });

    /// <summary>Takes in how many events of a watch have been sent.</summary>
    public void Sent(int events)
    {
        if (events != _latest.Events)
        {
            Put(_latest with { Events = events });
        }
    }

    /// <summary>Takes in how it ended.</summary>
    public void Ended(RequestEnd end) => Put(_latest with { End = end });

    private static ReadOnlyMemory<byte> Head(ReadOnlyMemory<byte> body) => body[..Math.Min(body.Length, Most)];

    private void Put(RecordedRequest latest) => _log.Replace(_latest = latest);
}
