using System.Text;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Users;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Xunit;

namespace Webhooks.Tests.Users;

/// <summary>Asks about Users, and tells what is answered.</summary>
internal static class UserReviews
{
    public const string Spec = """{"display_name":"Alice","role":"edit","deletionPolicy":"Delete"}""";

    /// <summary>A User as JSON.</summary>
    /// <param name="spec">Its spec.</param>
    /// <param name="metadata">Further members of its metadata, each with a comma before it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="status">Its status.</param>
    public static string User(string spec = Spec, string metadata = "", string name = "alice", string status = "{}") =>
        $$"""{"apiVersion":"users.example.com/v1","kind":"User","metadata":{"name":"{{name}}"{{metadata}}},"spec":{{spec}},"status":{{status}}}""";

    public static AdmissionRequest Create(string user) => Request("CREATE", user, "null");

    public static AdmissionRequest Update(string user, string old) => Request("UPDATE", user, old);

    /// <summary>A question as an API server asks it.</summary>
    public static AdmissionRequest Request(
        string operation, string user, string old, string name = "alice", string group = "users.example.com", string kind = "User", string subResource = "") =>
        AdmissionReview.Read(JsonTree.Parse(Encoding.UTF8.GetBytes($$$"""
            {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"1",
             "kind":{"group":"{{{group}}}","version":"v1","kind":"{{{kind}}}"},"subResource":"{{{subResource}}}","name":"{{{name}}}",
             "operation":"{{{operation}}}","object":{{{user}}},"oldObject":{{{old}}}}}
            """)).Root).Request;

    public static string Allows(AdmissionRequest request, UserOptions? options = null, INamespaceLookup? namespaces = null)
    {
        AdmissionDecision decision = new UserAdmission(options ?? UserOptions.Default, namespaces).Decide(request);
        Assert.True(decision is AdmissionDecision.Allowed, (decision as AdmissionDecision.Denied)?.Status.Message);
        Assert.Empty(decision.Warnings);
        return decision.Reason;
    }

    public static (string Reason, Status Status) Refuses(AdmissionRequest request, UserOptions? options = null, INamespaceLookup? namespaces = null)
    {
        AdmissionDecision.Denied denied = Assert.IsType<AdmissionDecision.Denied>(new UserAdmission(options ?? UserOptions.Default, namespaces).Decide(request));
        Assert.Equal(UserDefinition.Group, denied.Status.Details!.Group);
        Assert.NotEmpty(denied.Status.Details.Causes);
        return (denied.Reason, denied.Status);
    }

    /// <summary>The fields that are complained about.</summary>
    public static string[] Fields(Status status) => [.. status.Details!.Causes.Select(cause => cause.Field)];
}
