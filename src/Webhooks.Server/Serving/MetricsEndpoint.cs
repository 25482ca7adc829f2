using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Webhooks.Resources.Json;
using Webhooks.Server.Metrics;

namespace Webhooks.Server.Serving;

/// <summary>Answers scrapers, in the form that they ask for.</summary>
internal static class MetricsEndpoint
{
    /// <summary>The endpoint of some families, which are asked for at each scrape.</summary>
    public static RequestDelegate Of(Func<IReadOnlyList<MetricFamily>> families) => async context =>
    {
        ExpositionFormat format = ExpositionFormat.Accepted([.. context.Request.Headers.Accept.OfType<string>()]);
        using PooledBuffer text = new(capacity: 16 * 1024);
        PrometheusText.Write(text, families(), format);
        context.Response.ContentType = format.ContentType;
        context.Response.ContentLength = text.Length;
        context.Response.Headers.Vary = HeaderNames.Accept;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(text.WrittenMemory, context.RequestAborted).ConfigureAwait(false);
        }
    };
}
