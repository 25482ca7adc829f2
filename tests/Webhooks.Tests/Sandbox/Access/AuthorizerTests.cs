using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Authorization;
using Xunit;

namespace Webhooks.Tests.Sandbox.Access;

public class AuthorizerTests
{
    [Fact]
    public void Masters_may_do_anything_without_a_reason() =>
        Assert.Equal(new AccessDecision(true, ""), Over(new StoredObjects()).Authorize(Callers.Master.Asks("delete pods@here:x")));

    [Theory]
    [InlineData("get /version", "RBAC: allowed by ClusterRoleBinding \"system:discovery\" of ClusterRole \"system:discovery\" to Group \"system:authenticated\"")]
    [InlineData("create authorization.k8s.io/selfsubjectaccessreviews@", "RBAC: allowed by ClusterRoleBinding \"system:basic-user\" of ClusterRole \"system:basic-user\" to Group \"system:authenticated\"")]
    [InlineData("get configmaps@here:x", "RBAC: allowed by RoleBinding \"reader/here\" of Role \"reader\" to User \"jane\"")]
    public void An_allowed_request_names_the_binding(string request, string reason) =>
        Assert.Equal(new AccessDecision(true, reason), Over(WithReader()).Authorize(Callers.Jane.Asks(request)));

    [Theory]
    [InlineData("get configmaps@there:x")]
    [InlineData("get configmaps@:x")]
    [InlineData("get secrets@here:x")]
    [InlineData("get /metrics")]
    public void What_nothing_allows_is_refused_without_a_reason(string request) =>
        Assert.Equal(new AccessDecision(false, ""), Over(WithReader()).Authorize(Callers.Jane.Asks(request)));

    [Theory]
    [InlineData("list configmaps@here", """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"configmaps is forbidden: User \"jane\" cannot list resource \"configmaps\" in API group \"\" in the namespace \"here\"","reason":"Forbidden","details":{"kind":"configmaps"},"code":403}""")]
    [InlineData("get configmaps@here:x", """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"configmaps \"x\" is forbidden: User \"jane\" cannot get resource \"configmaps\" in API group \"\" in the namespace \"here\"","reason":"Forbidden","details":{"name":"x","kind":"configmaps"},"code":403}""")]
    [InlineData("list apps/deployments@", """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"deployments.apps is forbidden: User \"jane\" cannot list resource \"deployments\" in API group \"apps\" at the cluster scope","reason":"Forbidden","details":{"group":"apps","kind":"deployments"},"code":403}""")]
    [InlineData("patch apps/deployments/scale@here:d", """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"deployments.apps \"d\" is forbidden: User \"jane\" cannot patch resource \"deployments/scale\" in API group \"apps\" in the namespace \"here\"","reason":"Forbidden","details":{"name":"d","group":"apps","kind":"deployments"},"code":403}""")]
    [InlineData("get /metrics", """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"forbidden: User \"jane\" cannot get path \"/metrics\"","reason":"Forbidden","details":{},"code":403}""")]
    [InlineData("get nowhere.example.com/things@:x", """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"things.nowhere.example.com \"x\" is forbidden: User \"jane\" cannot get resource \"things\" in API group \"nowhere.example.com\" at the cluster scope","reason":"Forbidden","details":{"name":"x","group":"nowhere.example.com","kind":"things"},"code":403}""")]
    [InlineData("get /<a>&", """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"forbidden: User \"jane\" cannot get path \"/&lt;a&gt;&amp;\"","reason":"Forbidden","details":{},"code":403}""")]
    public void A_refusal_says_what_was_recorded(string request, string expected) =>
        Assert.Equal(expected, Callers.Json(Over(new StoredObjects()).Refusal(Callers.Jane.Asks(request))!));

    [Fact]
    public void A_missing_role_is_told_behind_the_refusal()
    {
        StoredObjects objects = WithReader()
            .Put("rolebindings.rbac.authorization.k8s.io", """{"metadata":{"namespace":"here","name":"a"},"roleRef":{"kind":"ClusterRole","name":"gone"},"subjects":[{"kind":"User","name":"jane"}]}""")
            .Put("rolebindings.rbac.authorization.k8s.io", """{"metadata":{"namespace":"here","name":"b"},"roleRef":{"kind":"Role","name":"gone"},"subjects":[{"kind":"User","name":"jane"}]}""");

        Assert.Equal(
            "secrets is forbidden: User \"jane\" cannot list resource \"secrets\" in API group \"\" in the namespace \"here\": "
                + "RBAC: [clusterrole.rbac.authorization.k8s.io \"gone\" not found, role.rbac.authorization.k8s.io \"gone\" not found]",
            Over(objects).Refusal(Callers.Jane.Asks("list secrets@here"))!.Message);
        Assert.Null(Over(objects).Refusal(Callers.Jane.Asks("get configmaps@here:x")));
    }

    [Theory]
    [InlineData("""{"kind":"ServiceAccount","name":"bot"}""", true)]
    [InlineData("""{"kind":"ServiceAccount","name":"bot","namespace":"here"}""", true)]
    [InlineData("""{"kind":"ServiceAccount","name":"bot","namespace":"there"}""", false)]
    [InlineData("""{"kind":"Group","name":"system:serviceaccounts:here"}""", true)]
    [InlineData("""{"kind":"User","name":"system:serviceaccount:here:bot"}""", true)]
    [InlineData("""{"kind":"Robot","name":"bot"}""", false)]
    public void A_ServiceAccount_is_meant_by_name_user_or_group(string subject, bool isMeant)
    {
        StoredObjects objects = WithReader().Put(
            "rolebindings.rbac.authorization.k8s.io",
            $$"""{"metadata":{"namespace":"here","name":"b"},"roleRef":{"kind":"Role","name":"reader"},"subjects":[{{subject}}]}""");
        ServiceAccountName bot = new("here", "bot");

        Assert.Equal(isMeant, Over(objects).Authorize(new Caller(bot.UserName) { Groups = bot.Groups }.Asks("get configmaps@here:x")).IsAllowed);
    }

    [Fact]
    public void A_ServiceAccount_subject_is_shown_name_first()
    {
        StoredObjects objects = WithReader().Put(
            "rolebindings.rbac.authorization.k8s.io",
            """{"metadata":{"namespace":"here","name":"b"},"roleRef":{"kind":"Role","name":"reader"},"subjects":[{"kind":"ServiceAccount","name":"bot"}]}""");

        Assert.Equal(
            "RBAC: allowed by RoleBinding \"b/here\" of Role \"reader\" to ServiceAccount \"bot/here\"",
            Over(objects).Authorize(new Caller("system:serviceaccount:here:bot").Asks("get configmaps@here:x")).Reason);
    }

    [Fact]
    public void A_change_of_the_policy_counts_at_once()
    {
        StoredObjects objects = WithReader();
        Authorizer authorizer = Over(objects);
        Assert.True(authorizer.Authorize(Callers.Jane.Asks("get configmaps@here:x")).IsAllowed);

        objects.Remove("rolebindings.rbac.authorization.k8s.io", "here", "reader");

        Assert.False(authorizer.Authorize(Callers.Jane.Asks("get configmaps@here:x")).IsAllowed);
    }

    [Fact]
    public void What_was_found_is_read_once_and_what_was_not_is_not_remembered()
    {
        StoredObjects objects = WithReader();
        Authorizer authorizer = Over(objects);
        authorizer.Authorize(Callers.Jane.Asks("get configmaps@here:x"));
        int reads = objects.Reads;

        authorizer.Authorize(Callers.Jane.Asks("get configmaps@here:y"));
        Assert.Equal(reads, objects.Reads);

        authorizer.Authorize(Callers.Jane.Asks("get configmaps@nowhere:x"));
        authorizer.Authorize(Callers.Jane.Asks("get configmaps@nowhere:x"));
        Assert.Equal(reads + 2, objects.Reads);
    }

    private static StoredObjects WithReader() =>
        StoredObjects.Bootstrapped().Give("jane", "reader", """{"verbs":["get"],"apiGroups":[""],"resources":["configmaps"]}""");

    private static Authorizer Over(IPolicySource source) => new(new Policy(source));
}
