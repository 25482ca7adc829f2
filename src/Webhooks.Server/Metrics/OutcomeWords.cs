using Webhooks.Admission.Reviews;

namespace Webhooks.Server.Metrics;

/// <summary>How metrics, log lines and traces call what became of a request. No allocation.</summary>
internal static class OutcomeWords
{
    /// <summary>There is no decision: the request could not be read, or answering it failed.</summary>
    public const string Error = "error";

    /// <summary>The decision as one word.</summary>
    public static string Of(AdmissionDecision decision) => decision switch
    {
        AdmissionDecision.Changed => "changed",
        AdmissionDecision.Denied => "denied",
        _ => "allowed",
    };

    /// <summary>The operation as Kubernetes spells it; empty where nobody knows it.</summary>
    public static string Of(AdmissionOperation? operation) => operation switch
    {
        AdmissionOperation.Create => "CREATE",
        AdmissionOperation.Update => "UPDATE",
        AdmissionOperation.Delete => "DELETE",
        AdmissionOperation.Connect => "CONNECT",
        _ => "",
    };
}
