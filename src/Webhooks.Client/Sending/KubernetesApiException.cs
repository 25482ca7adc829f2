using Webhooks.Resources.Api;

namespace Webhooks.Client.Sending;

/// <summary>An API server refused a request, and said why.</summary>
public sealed class KubernetesApiException : Exception
{
    /// <summary>A refusal, with the server's message for a message.</summary>
    /// <param name="status">What it said, or what stands for that.</param>
    /// <param name="retryAfter">After which time it may be tried again, by the header <c>Retry-After</c>; <c>null</c> for none.</param>
    public KubernetesApiException(Status status, TimeSpan? retryAfter = null)
        : base(status?.Message)
    {
        ArgumentNullException.ThrowIfNull(status);
        Status = status;
        RetryAfter = retryAfter;
    }

    /// <summary>What it said.</summary>
    public Status Status { get; }

    /// <summary>The HTTP code.</summary>
    public int Code => Status.Code;

    /// <summary>Why, as a word to compare.</summary>
    public StatusReason Reason => Status.Reason;

    /// <summary>After which time it may be tried again; <c>null</c> where the server did not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
