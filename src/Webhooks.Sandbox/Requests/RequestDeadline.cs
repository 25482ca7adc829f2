using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Requests;

/// <summary>How long a request may take: the <c>timeout</c> of its query.</summary>
/// <remarks>As <c>k8s.io/apiserver/pkg/endpoints/filters/request_deadline.go</c>. Of a watch and its like it is not looked at.</remarks>
internal static class RequestDeadline
{
    // What a request gets that asks for more, or for nothing. Nothing takes so long here.
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(60);

    // In plain text, as whoever writes it knows nothing of the request's form.
    private static readonly Answer Exceeded = new Answer.Text(
        504,
        """{"metadata":{},"status":"Failure","message":"Timeout: request did not complete within the allotted timeout","reason":"Timeout","details":{},"code":504}"""
        + "\n");

    /// <summary>The time that a request may take; <c>null</c> for as much as any.</summary>
    /// <param name="info">What it asks for.</param>
    /// <param name="text">What its query says; empty for nothing.</param>
    /// <exception cref="StatusException">400: that is no duration.</exception>
    public static TimeSpan? Read(RequestInfo info, string text)
    {
        if (text.Length == 0 || info.IsLongRunning)
        {
            return null;
        }

        if (!GoDuration.TryParse(text, out TimeSpan timeout))
        {
            throw new StatusException(Status.BadRequest("invalid timeout specified in the request URL - " + GoDurationProblem.Of(text)));
        }

        return timeout > TimeSpan.Zero && timeout < Most ? timeout : null;
    }

    /// <summary>The answer, or 504 when it takes too long.</summary>
    /// <param name="time">The time that it may take; <c>null</c> for as much as any.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="ask">Gives the answer; stops when it is cancelled.</param>
    /// <param name="aborted">Ends when the client goes.</param>
    public static async Task<Answer> Within(TimeSpan? time, TimeProvider clock, Func<CancellationToken, Task<Answer>> ask, CancellationToken aborted)
    {
        if (time is not { } most)
        {
            return await ask(aborted);
        }

        using CancellationTokenSource timer = new(most, clock);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, aborted);
        try
        {
            return await ask(end.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !aborted.IsCancellationRequested)
        {
            return Exceeded;
        }
    }
}
