using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Webhooks.Admission.Catalog;
using Webhooks.Admission.Merging;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;

namespace Webhooks.Server.Serving;

/// <summary>One webhook over HTTP: reads a review, asks for a decision, writes the answer.</summary>
/// <remarks>
/// Policy decisions are answers with code 200, whatever they say. What can't be read is 400, 405, 413 or 415, and our own
/// faults are 5xx, so that the API server's failurePolicy decides.
/// </remarks>
/// <param name="webhook">Decides.</param>
/// <param name="maxBody">The longest body in bytes.</param>
/// <param name="budget">Memory for bodies.</param>
/// <param name="record">Is told what became of each request.</param>
internal sealed class AdmissionEndpoint(Webhook webhook, long maxBody, BodyBudget budget, AdmissionRecord record)
{
    /// <summary>Answers one request.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        long started = Stopwatch.GetTimestamp();
        using Activity? span = record.Begin(webhook, context.Request);
        try
        {
            if (RequestGate.Check(context) is { } refusal)
            {
                await FailAsync(context, refusal, started, span).ConfigureAwait(false);
                return;
            }

            (RequestBody? body, RequestFault? fault) = await RequestBody.ReadAsync(context, maxBody, budget).ConfigureAwait(false);
            if (body == null)
            {
                await FailAsync(context, fault!, started, span).ConfigureAwait(false);
                return;
            }

            using PooledBuffer answer = new();
            Exception? failure;
            using (body)
            {
                (fault, failure) = Decide(body.Bytes, answer, started, span);
            }

            // The body's memory is free again, however slowly the answer is read.
            await (fault != null
                ? FailAsync(context, fault, started, span, failure)
                : JsonAnswer.WriteAsync(context, StatusCodes.Status200OK, answer.WrittenMemory)).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // The client went away, and nobody is left to answer. The connection says so here before it cancels
            // RequestAborted; without an end of its own the server would still look for the rest of the body.
            context.Abort();
            record.Cancelled(webhook, Stopwatch.GetElapsedTime(started), span);
        }
        finally
        {
            record.End();
        }
    }

    /// <summary>Decides about what a body says.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="answer">Where the answer goes.</param>
    /// <param name="started">When the request came, as <see cref="Stopwatch.GetTimestamp"/> tells it.</param>
    /// <param name="span">Of the request.</param>
    /// <returns>Why there is no answer, and what went wrong with us; nothing when there is one.</returns>
    private (RequestFault? Fault, Exception? Failure) Decide(ReadOnlyMemory<byte> bytes, PooledBuffer answer, long started, Activity? span)
    {
        try
        {
            using JsonTree tree = JsonTree.Parse(bytes);
            AdmissionReview review = AdmissionReview.Read(tree.Root);
            AdmissionDecision decision = webhook.Decide(review.Request);
            AdmissionAnswer.Write(review, decision, new JsonWriter(answer));
            record.Decided(webhook, review.Request, decision, Stopwatch.GetElapsedTime(started), span);
            return default;
        }
        catch (JsonFormatException problem)
        {
            string message = bytes.IsEmpty ? "the body is empty: an AdmissionReview is expected" : $"the body is no JSON: {problem.Message}";
            return (RequestFault.Unreadable(message), null);
        }
        catch (Exception problem) when (problem is ReviewFormatException or ObjectFormatException)
        {
            return (RequestFault.Unreadable($"the body is no AdmissionReview: {problem.Message}"), null);
        }
        catch (Exception failure)
        {
            // The last line of defence: a request that we fail at must not end the others.
            return (RequestFault.Internal(), failure);
        }
    }

    private Task FailAsync(HttpContext context, RequestFault fault, long started, Activity? span, Exception? failure = null)
    {
        record.Failed(webhook, fault, Stopwatch.GetElapsedTime(started), span, failure);
        return JsonAnswer.WriteAsync(context, fault);
    }
}
