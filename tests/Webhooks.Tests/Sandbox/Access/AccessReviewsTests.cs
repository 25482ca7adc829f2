using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Reviews;
using Webhooks.Sandbox.Access.Tokens;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Sandbox.Access;

public sealed class AccessReviewsTests : IDisposable
{
    private const string Authorization = "authorization.k8s.io";
    private const string Authentication = "authentication.k8s.io";
    private const string Ask = """{"namespace":"here","verb":"get","group":"","resource":"configmaps"}""";

    private readonly StoredObjects _objects = StoredObjects.Bootstrapped();
    private readonly AccessControl _access;

    public AccessReviewsTests()
    {
        _access = new AccessControl(_objects, new ManualTime(), new TokenOptions());
    }

    public void Dispose() => _access.Dispose();

    [Theory]
    [InlineData(
        "selfsubjectaccessreviews", "admin", $$$$"""{"spec":{"resourceAttributes":{{{{Ask}}}}}}""",
        """{"kind":"SelfSubjectAccessReview","apiVersion":"authorization.k8s.io/v1","metadata":{},"spec":{"resourceAttributes":{"namespace":"here","verb":"get","resource":"configmaps"}},"status":{"allowed":true}}""")]
    [InlineData(
        "selfsubjectaccessreviews", "jane", $$$$"""{"spec":{"resourceAttributes":{{{{Ask}}}}}}""",
        """{"kind":"SelfSubjectAccessReview","apiVersion":"authorization.k8s.io/v1","metadata":{},"spec":{"resourceAttributes":{"namespace":"here","verb":"get","resource":"configmaps"}},"status":{"allowed":false}}""")]
    [InlineData(
        "selfsubjectaccessreviews", "jane", """{"spec":{"nonResourceAttributes":{"path":"/version","verb":"get"}}}""",
        """{"kind":"SelfSubjectAccessReview","apiVersion":"authorization.k8s.io/v1","metadata":{},"spec":{"nonResourceAttributes":{"path":"/version","verb":"get"}},"status":{"allowed":true,"reason":"RBAC: allowed by ClusterRoleBinding \"system:discovery\" of ClusterRole \"system:discovery\" to Group \"system:authenticated\""}}""")]
    [InlineData(
        "subjectaccessreviews", "admin", $$$$"""{"spec":{"user":"jane","groups":["system:masters"],"resourceAttributes":{{{{Ask}}}}}}""",
        """{"kind":"SubjectAccessReview","apiVersion":"authorization.k8s.io/v1","metadata":{},"spec":{"resourceAttributes":{"namespace":"here","verb":"get","resource":"configmaps"},"user":"jane","groups":["system:masters"]},"status":{"allowed":true}}""")]
    [InlineData(
        "localsubjectaccessreviews", "admin", $$$$"""{"metadata":{"namespace":"here"},"spec":{"user":"jane","extra":{"k":["v"]},"uid":"u","resourceAttributes":{{{{Ask}}}}}}""",
        """{"kind":"LocalSubjectAccessReview","apiVersion":"authorization.k8s.io/v1","metadata":{"namespace":"here"},"spec":{"resourceAttributes":{"namespace":"here","verb":"get","resource":"configmaps"},"user":"jane","extra":{"k":["v"]},"uid":"u"},"status":{"allowed":false}}""")]
    [InlineData(
        "selfsubjectaccessreviews", "admin", """{"spec":{"resourceAttributes":{"resource":"pods","fieldSelector":{"rawSelector":"x"},"labelSelector":{"requirements":[{"key":"a","operator":"Near","values":["b"]},{"key":"a","operator":"Exists"}]}}}}""",
        """{"kind":"SelfSubjectAccessReview","apiVersion":"authorization.k8s.io/v1","metadata":{},"spec":{"resourceAttributes":{"resource":"pods","fieldSelector":{"rawSelector":"x"},"labelSelector":{"requirements":[{"key":"a","operator":"Near","values":["b"]},{"key":"a","operator":"Exists"}]}}},"status":{"allowed":true,"evaluationError":"spec.resourceAttributes.fieldSelector ignored due to parse error; spec.resourceAttributes.labelSelector partially ignored due to parse error"}}""")]
    public void A_review_is_answered_as_recorded(string resource, string caller, string request, string expected) =>
        Assert.Equal(expected, Answer(Authorization, resource, request, caller).ToString());

    [Theory]
    [InlineData("selfsubjectaccessreviews", """{"spec":{}}""", "spec.resourceAttributes", "Invalid value: null: exactly one of nonResourceAttributes or resourceAttributes must be specified")]
    [InlineData("selfsubjectaccessreviews", """{"spec":{"resourceAttributes":{},"nonResourceAttributes":{"path":"/x"}}}""", "spec.nonResourceAttributes", """Invalid value: {"Path":"/x","Verb":""}: cannot be specified in combination with resourceAttributes""")]
    [InlineData("selfsubjectaccessreviews", """{"metadata":{"name":"x","creationTimestamp":null,"uid":"u"},"spec":{"resourceAttributes":{}}}""", "metadata", """Invalid value: {"name":"x"}: must be empty""")]
    [InlineData("subjectaccessreviews", """{"spec":{"resourceAttributes":{}}}""", "spec.user", "Invalid value: \"\": at least one of user or group must be specified")]
    [InlineData("localsubjectaccessreviews", """{"spec":{"user":"jane","resourceAttributes":{"namespace":"other"}}}""", "spec.resourceAttributes.namespace", "Invalid value: \"other\": must match metadata.namespace")]
    [InlineData("localsubjectaccessreviews", """{"spec":{"user":"jane","nonResourceAttributes":{"path":"/x","verb":"get"}}}""", "spec.nonResourceAttributes", """Invalid value: {"Path":"/x","Verb":"get"}: disallowed on this kind of request""")]
    [InlineData("localsubjectaccessreviews", """{"metadata":{"name":"x"},"spec":{"user":"jane","resourceAttributes":{"namespace":"here"}}}""", "metadata", """Invalid value: {"name":"x","namespace":"here"}: must be empty except for namespace""")]
    [InlineData("selfsubjectaccessreviews", """{"spec":{"resourceAttributes":{"fieldSelector":{}}}}""", "spec.resourceAttributes.fieldSelector.requirements", "Required value: when spec.resourceAttributes.fieldSelector is specified, requirements or rawSelector is required")]
    [InlineData("selfsubjectaccessreviews", """{"spec":{"resourceAttributes":{"labelSelector":{"rawSelector":"a","requirements":[{"key":"a","operator":"Exists"}]}}}}""", "spec.resourceAttributes.labelSelector.rawSelector", "Invalid value: \"a\": may not specified at the same time as requirements")]
    [InlineData("selfsubjectaccessreviews", """{"spec":{"resourceAttributes":{"labelSelector":{"requirements":[{"key":"a","operator":"In"}]}}}}""", "spec.resourceAttributes.labelSelector.requirements[0].values", "Required value: must be specified when `operator` is 'In' or 'NotIn'")]
    [InlineData("selfsubjectaccessreviews", """{"spec":{"resourceAttributes":{"fieldSelector":{"requirements":[{"key":"a","operator":"Exists","values":["b"]}]}}}}""", "spec.resourceAttributes.fieldSelector.requirements[0].values", "Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'")]
    [InlineData("selfsubjectaccessreviews", """{"spec":{"resourceAttributes":{"fieldSelector":{"requirements":[{"operator":"Near"}]}}}}""", "spec.resourceAttributes.fieldSelector.requirements[0].key", "Required value: must be specified")]
    public void A_review_that_cannot_be_is_refused(string resource, string request, string field, string message)
    {
        JsonValue status = JsonTree.Parse(Callers.Refused(() => Answer(Authorization, resource, request, "jane"))).Root;

        Assert.Equal($".authorization.k8s.io \"\" is invalid: {field}: {message}", status["message"u8].GetString());
        Assert.Equal("authorization.k8s.io", status["details"u8]["group"u8].GetString());
        Assert.True(status["details"u8]["kind"u8].IsMissing);
        JsonValue cause = Assert.Single(status["details"u8]["causes"u8].Items());
        Assert.Equal((field, message), (cause["field"u8].GetString(), cause["message"u8].GetString()));
    }

    [Fact]
    public void A_rules_review_lists_what_one_has()
    {
        _objects
            .Give("jane", "reader", """{"verbs":["get"],"apiGroups":[""],"resources":["configmaps"],"resourceNames":["a"]}""")
            .Put("rolebindings.rbac.authorization.k8s.io", """{"metadata":{"namespace":"here","name":"z"},"roleRef":{"kind":"Role","name":"gone"},"subjects":[{"kind":"User","name":"jane"}]}""");

        Assert.Equal(
            """{"kind":"SelfSubjectRulesReview","apiVersion":"authorization.k8s.io/v1","metadata":{},"spec":{},"status":{"resourceRules":[{"verbs":["create"],"apiGroups":["authorization.k8s.io"],"resources":["selfsubjectaccessreviews","selfsubjectrulesreviews"]},{"verbs":["create"],"apiGroups":["authentication.k8s.io"],"resources":["selfsubjectreviews"]},{"verbs":["get"],"apiGroups":[""],"resources":["configmaps"],"resourceNames":["a"]}],"nonResourceRules":[{"verbs":["get"],"nonResourceURLs":["/api","/api/*","/apis","/apis/*","/healthz","/livez","/openapi","/openapi/*","/readyz","/version","/version/"]},{"verbs":["get"],"nonResourceURLs":["/healthz","/livez","/readyz","/version","/version/"]}],"incomplete":false,"evaluationError":"role.rbac.authorization.k8s.io \"gone\" not found"}}""",
            Answer(Authorization, "selfsubjectrulesreviews", """{"spec":{"namespace":"here"}}""", "jane").ToString());
        Assert.Contains("\"message\":\"no namespace on request\"", Callers.Refused(() => Answer(Authorization, "selfsubjectrulesreviews", "{}", "jane")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_review_says_who_one_is() =>
        Assert.Equal(
            """{"kind":"SelfSubjectReview","apiVersion":"authentication.k8s.io/v1","metadata":{"creationTimestamp":"2026-01-01T12:00:00Z"},"status":{"userInfo":{"username":"jane","groups":["system:authenticated"]}}}""",
            Answer(Authentication, "selfsubjectreviews", "{}", "jane").ToString());

    [Fact]
    public void A_token_review_says_that_nobody_knows_a_token() => Assert.Equal(
        """{"kind":"TokenReview","apiVersion":"authentication.k8s.io/v1","metadata":{"name":"x"},"spec":{"token":"nonsense","audiences":["a"]},"status":{"user":{},"error":"invalid bearer token"}}""",
        Answer(Authentication, "tokenreviews", """{"metadata":{"name":"x"},"spec":{"token":"nonsense","audiences":["a"]}}""", "admin").ToString());

    [Fact]
    public void A_token_review_without_a_token_is_refused() =>
        Assert.Contains("\"message\":\"token is required for TokenReview in authentication\"", Callers.Refused(() => Answer(Authentication, "tokenreviews", "{}", "admin")), StringComparison.Ordinal);

    [Theory]
    [InlineData(Authorization, "selfsubjectaccessreviews", true)]
    [InlineData(Authorization, "localsubjectaccessreviews", true)]
    [InlineData(Authentication, "tokenreviews", true)]
    [InlineData(Authentication, "selfsubjectaccessreviews", false)]
    [InlineData("", "configmaps", false)]
    public void Only_reviews_are_answered(string group, string resource, bool isAnswered) =>
        Assert.Equal(isAnswered, AccessReviews.Answers(new GroupResource(group, resource)));

    private JsonValue Answer(string group, string resource, string request, string caller) => _access.Reviews.Answer(
        new GroupResource(group, resource),
        JsonTree.Parse(request).Root,
        resource.StartsWith("local", StringComparison.Ordinal) ? "here" : "",
        caller == "jane" ? Callers.Jane : Callers.Master);
}
