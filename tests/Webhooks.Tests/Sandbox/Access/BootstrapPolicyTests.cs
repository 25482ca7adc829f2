using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Authorization;
using Webhooks.Sandbox.Access.Bootstrap;
using Xunit;

namespace Webhooks.Tests.Sandbox.Access;

public class BootstrapPolicyTests
{
    [Theory]
    [InlineData("view", "list configmaps@here", true)]
    [InlineData("view", "get pods/log@here:x", true)]
    [InlineData("view", "watch apps/deployments@here", true)]
    [InlineData("view", "get secrets@here:x", false)]
    [InlineData("view", "create pods@here", false)]
    [InlineData("view", "get rbac.authorization.k8s.io/roles@here:x", false)]
    [InlineData("edit", "list configmaps@here", true)]
    [InlineData("edit", "get secrets@here:x", true)]
    [InlineData("edit", "patch apps/deployments/scale@here:x", true)]
    [InlineData("edit", "create serviceaccounts/token@here:x", true)]
    [InlineData("edit", "update coordination.k8s.io/leases@here:x", true)]
    [InlineData("edit", "create rbac.authorization.k8s.io/roles@here", false)]
    [InlineData("edit", "update resourcequotas@here:x", false)]
    [InlineData("admin", "create rbac.authorization.k8s.io/rolebindings@here", true)]
    [InlineData("admin", "create authorization.k8s.io/localsubjectaccessreviews@here", true)]
    [InlineData("admin", "delete secrets@here:x", true)]
    [InlineData("admin", "delete namespaces@here:here", false)]
    [InlineData("admin", "get example.com/things@here:x", false)]
    [InlineData("cluster-admin", "get example.com/things@here:x", true)]
    public void The_roles_for_people_allow_what_is_known_of_them(string role, string request, bool isAllowed)
    {
        StoredObjects objects = StoredObjects.Bootstrapped().Put(
            "rolebindings.rbac.authorization.k8s.io",
            $$"""{"metadata":{"namespace":"here","name":"b"},"roleRef":{"kind":"ClusterRole","name":"{{role}}"},"subjects":[{"kind":"User","name":"jane"}]}""");

        Assert.Equal(isAllowed, new Authorizer(new Policy(objects)).Authorize(Callers.Jane.Asks(request)).IsAllowed);
    }

    [Theory]
    [InlineData("system:unauthenticated", "get /version", true)]
    [InlineData("system:unauthenticated", "get /readyz", true)]
    [InlineData("system:unauthenticated", "get /apis", false)]
    [InlineData("system:authenticated", "get /apis/apps/v1", true)]
    [InlineData("system:authenticated", "get /openapi/v3", true)]
    [InlineData("system:authenticated", "create authentication.k8s.io/selfsubjectreviews@", true)]
    [InlineData("system:authenticated", "get /metrics", false)]
    [InlineData("system:monitoring", "get /metrics", true)]
    [InlineData("system:serviceaccounts", "get /openid/v1/jwks", true)]
    public void Groups_may_look_around(string group, string request, bool isAllowed) =>
        Assert.Equal(
            isAllowed,
            new Authorizer(new Policy(StoredObjects.Bootstrapped())).Authorize(new Caller("x") { Groups = [group] }.Asks(request)).IsAllowed);

    [Fact]
    public void Objects_are_as_they_are_stored()
    {
        StoredObjects objects = StoredObjects.Bootstrapped();

        Assert.Equal(
            """{"kind":"ClusterRole","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"system:public-info-viewer","labels":{"kubernetes.io/bootstrapping":"rbac-defaults"},"annotations":{"rbac.authorization.kubernetes.io/autoupdate":"true"}},"rules":[{"verbs":["get"],"nonResourceURLs":["/healthz","/livez","/readyz","/version","/version/"]}]}""",
            objects.Find(new("rbac.authorization.k8s.io", "clusterroles"), "", "system:public-info-viewer").ToString());
        Assert.Equal(
            """{"kind":"ClusterRoleBinding","apiVersion":"rbac.authorization.k8s.io/v1","metadata":{"name":"cluster-admin","labels":{"kubernetes.io/bootstrapping":"rbac-defaults"},"annotations":{"rbac.authorization.kubernetes.io/autoupdate":"true"}},"subjects":[{"kind":"Group","apiGroup":"rbac.authorization.k8s.io","name":"system:masters"}],"roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"cluster-admin"}}""",
            objects.Find(new("rbac.authorization.k8s.io", "clusterrolebindings"), "", "cluster-admin").ToString());
    }

    [Fact]
    public void Every_binding_s_role_is_there()
    {
        StoredObjects objects = StoredObjects.Bootstrapped();

        Assert.All(
            objects.List(new("rbac.authorization.k8s.io", "clusterrolebindings")),
            binding => Assert.False(objects.Find(new("rbac.authorization.k8s.io", "clusterroles"), "", binding["roleRef"u8]["name"u8].GetString()).IsMissing));
    }

    [Fact]
    public void Aggregated_roles_need_no_further_work()
    {
        JsonValue[] roles = [.. StoredObjects.Bootstrapped().List(new("rbac.authorization.k8s.io", "clusterroles"))];

        Assert.All(roles, role => Assert.True(RoleAggregation.Aggregated(role, roles).IsMissing));
    }
}
