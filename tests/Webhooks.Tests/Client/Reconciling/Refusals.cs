using Webhooks.Client.Sending;
using Webhooks.Resources.Api;

namespace Webhooks.Tests.Client.Reconciling;

/// <summary>What an API server refuses a request with.</summary>
internal static class Refusals
{
    public static KubernetesApiException NotFound => Of(404, StatusReason.NotFound);

    public static KubernetesApiException Conflict => Of(409, StatusReason.Conflict);

    public static KubernetesApiException AlreadyExists => Of(409, StatusReason.AlreadyExists);

    /// <summary>What a JSON patch is refused with whose test does not hold.</summary>
    public static KubernetesApiException FailedTest => Of(422, StatusReason.Invalid);

    public static KubernetesApiException Of(int code, StatusReason reason) => new(new Status { Code = code, Reason = reason, Message = $"refused: {code}" });
}
