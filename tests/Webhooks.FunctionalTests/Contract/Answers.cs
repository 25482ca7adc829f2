using System.Collections.Immutable;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>Reads what is compared from HTTP.</summary>
internal static class Answers
{
    /// <summary>Status and headers; the body is left where it is.</summary>
    public static Answer Begin(HttpResponseMessage response) => new((int)response.StatusCode)
    {
        ContentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var type) ? type.ToString() : null,
        Warnings = Values(response, "Warning"),
        RetryAfter = Values(response, "Retry-After") is [var seconds, ..] ? seconds : null,
    };

    /// <summary>The whole answer.</summary>
    /// <exception cref="TimeoutException">It does not end in time.</exception>
    public static async Task<Answer> ReadAsync(HttpResponseMessage response, TimeSpan patience, CancellationToken cancellationToken) =>
        Begin(response) with { Body = await response.Content.ReadAsByteArrayAsync(cancellationToken).WaitAsync(patience, cancellationToken) };

    private static ImmutableArray<string> Values(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? [.. values] : [];
}
