using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Webhooks.Server.Health;

/// <summary>Maps probes: <c>/readyz</c>, <c>?verbose</c>, <c>?exclude=a</c>, and <c>/readyz/a</c> for one check alone.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps one probe.</summary>
    /// <param name="app">Where to.</param>
    /// <param name="name">Its name, <c>readyz</c>, which is its path.</param>
    /// <param name="checks">What it looks at, reported in this order.</param>
    public static void Map(WebApplication app, string name, IReadOnlyList<HealthCheck> checks)
    {
        app.Map($"/{name}", context =>
        {
            IQueryCollection query = context.Request.Query;
            string[] excluded = [.. query["exclude"].OfType<string>()];
            return AnswerAsync(context, HealthReport.Of(name, checks, excluded, query.ContainsKey("verbose")));
        });
        foreach (HealthCheck check in checks)
        {
            app.Map($"/{name}/{check.Name}", context => AnswerAsync(context, HealthReport.Of(check)));
        }
    }

    private static Task AnswerAsync(HttpContext context, HealthReport report)
    {
        context.Response.Headers.CacheControl = "no-cache, private";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return PlainText.WriteAsync(
            context, report.IsWell ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, report.Text);
    }
}
