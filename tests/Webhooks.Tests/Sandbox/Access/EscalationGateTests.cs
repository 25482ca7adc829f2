using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access.Authorization;
using Webhooks.Sandbox.Access.Escalation;
using Xunit;

namespace Webhooks.Tests.Sandbox.Access;

public class EscalationGateTests
{
    private const string Rbac = "rbac.authorization.k8s.io";
    private const string Attempt = "user \\\"jane\\\" (groups=[\\\"system:authenticated\\\"]) is attempting to grant RBAC permissions not currently held:\\n";
    private const string Configmaps = """{"apiGroups":[""],"resources":["configmaps"],"verbs":["get"]}""";

    private readonly StoredObjects _objects = StoredObjects.Bootstrapped().Give("jane", "given", Configmaps);

    [Theory]
    [InlineData(Configmaps)]
    [InlineData("""{"apiGroups":[""],"resources":["configmaps"],"resourceNames":["a"],"verbs":["get"]}""")]
    [InlineData("""{"nonResourceURLs":["/version"],"verbs":["get"]}""")]
    public void A_role_with_what_one_has_may_be_written(string rule) => Check("roles", $$"""{"metadata":{"name":"ok"},"rules":[{{rule}}]}""");

    [Theory]
    [InlineData("""{"apiGroups":[""],"resources":["configmaps","secrets"],"verbs":["get","delete"]}""", "{APIGroups:[\\\"\\\"], Resources:[\\\"configmaps\\\"], Verbs:[\\\"delete\\\"]}\\n{APIGroups:[\\\"\\\"], Resources:[\\\"secrets\\\"], Verbs:[\\\"get\\\" \\\"delete\\\"]}")]
    [InlineData("""{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}""", "{APIGroups:[\\\"*\\\"], Resources:[\\\"*\\\"], Verbs:[\\\"*\\\"]}")]
    public void A_role_with_more_is_refused_with_what_is_missing(string rule, string missing) =>
        Assert.Equal(
            $$"""{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"roles.rbac.authorization.k8s.io \"more\" is forbidden: {{Attempt}}{{missing}}","reason":"Forbidden","details":{"name":"more","group":"rbac.authorization.k8s.io","kind":"roles"},"code":403}""",
            Callers.Refused(() => Check("roles", $$"""{"metadata":{"name":"more"},"rules":[{{rule}}]}""")));

    [Fact]
    public void The_verb_escalate_lifts_that()
    {
        _objects.Give("jane", "climber", """{"apiGroups":["rbac.authorization.k8s.io"],"resources":["roles"],"verbs":["escalate"]}""");

        Check("roles", """{"metadata":{"name":"more"},"rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}]}""");
    }

    [Fact]
    public void Masters_write_what_they_like() =>
        Gate().Check(Callers.Master.Asks($"create {Rbac}/clusterroles@"), Json("""{"metadata":{"name":"x"},"aggregationRule":{"clusterRoleSelectors":[{}]},"rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}]}"""), default);

    [Theory]
    [InlineData("""{"metadata":{"name":"x"},"aggregationRule":{"clusterRoleSelectors":[{}]}}""", null)]
    [InlineData("""{"metadata":{"name":"x"}}""", """{"metadata":{"name":"x"},"aggregationRule":{"clusterRoleSelectors":[{}]}}""")]
    public void Aggregation_is_for_those_who_may_do_everything(string changed, string? old)
    {
        Assert.Contains(
            "\"message\":\"clusterroles.rbac.authorization.k8s.io \\\"x\\\" is forbidden: must have cluster-admin privileges to use an aggregationRule\"",
            Callers.Refused(() => CheckClusterRole(changed, old)),
            StringComparison.Ordinal);

        _objects.GiveEverywhere("jane", "all", """{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}""", """{"nonResourceURLs":["*"],"verbs":["*"]}""");
        CheckClusterRole(changed, old);
    }

    [Fact]
    public void What_the_garbage_collector_changes_gives_nobody_anything()
    {
        const string Rules = """ "rules":[{"apiGroups":["*"],"resources":["*"],"verbs":["*"]}]""";
        string old = $$"""{"metadata":{"name":"x","finalizers":["a/b"],"ownerReferences":[{"uid":"1"}]},{{Rules}}}""";

        CheckClusterRole($$"""{"metadata":{"name":"x","finalizers":[]},{{Rules}}}""", old);

        Assert.Contains("attempting to grant", Callers.Refused(() => CheckClusterRole($$$"""{"metadata":{"name":"x","labels":{"a":"b"}},{{{Rules}}} }""", old)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_binding_needs_the_rules_of_its_role_or_the_verb_bind_on_it()
    {
        _objects
            .Put("roles.rbac.authorization.k8s.io", """{"metadata":{"namespace":"here","name":"small"},"rules":[{"apiGroups":[""],"resources":["pods"],"verbs":["list"]}]}""")
            .Give("jane", "binder", """{"apiGroups":["rbac.authorization.k8s.io"],"resources":["clusterroles"],"resourceNames":["view"],"verbs":["bind"]}""");

        Bind("ok", "Role", "given");
        Bind("ok", "ClusterRole", "view");
        Assert.Equal(
            $$"""{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"rolebindings.rbac.authorization.k8s.io \"no\" is forbidden: {{Attempt}}{APIGroups:[\"\"], Resources:[\"pods\"], Verbs:[\"list\"]}","reason":"Forbidden","details":{"name":"no","group":"rbac.authorization.k8s.io","kind":"rolebindings"},"code":403}""",
            Callers.Refused(() => Bind("no", "Role", "small")));
    }

    [Fact]
    public void A_binding_to_a_role_that_is_not_there_names_it_by_the_resource_of_the_request() =>
        Assert.Equal(
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"rolebindings.rbac.authorization.k8s.io \"missing\" not found","reason":"NotFound","details":{"name":"missing","group":"rbac.authorization.k8s.io","kind":"rolebindings"},"code":404}""",
            Callers.Refused(() => Bind("none", "Role", "missing")));

    [Fact]
    public void A_binding_to_no_role_at_all_is_no_fault_that_the_server_foresees() =>
        Assert.Equal(
            """{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"unsupported role reference kind: \"Chair\"","code":500}""",
            Callers.Refused(() => Bind("bad", "Chair", "x")));

    [Fact]
    public void Roles_that_are_missing_elsewhere_are_told_behind()
    {
        _objects.Put("clusterrolebindings.rbac.authorization.k8s.io", """{"metadata":{"name":"stale"},"roleRef":{"kind":"ClusterRole","name":"gone"},"subjects":[{"kind":"User","name":"jane"}]}""");

        Assert.Contains(
            "; resolution errors: [roles.rbac.authorization.k8s.io \\\"gone\\\" not found]\"",
            Callers.Refused(() => Check("roles", """{"metadata":{"name":"more"},"rules":[{"apiGroups":[""],"resources":["x"],"verbs":["get"]}]}""")),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rbac.authorization.k8s.io", "roles", true)]
    [InlineData("rbac.authorization.k8s.io", "clusterrolebindings", true)]
    [InlineData("example.com", "roles", false)]
    [InlineData("", "configmaps", false)]
    public void Only_roles_and_bindings_are_looked_at(string group, string resource, bool isGuarded) =>
        Assert.Equal(isGuarded, EscalationGate.Guards(new(group, resource)));

    private void Bind(string name, string kind, string role) =>
        Check("rolebindings", $$$"""{"metadata":{"name":"{{{name}}}"},"roleRef":{"kind":"{{{kind}}}","name":"{{{role}}}"}}""");

    private void Check(string resource, string changed) => Gate().Check(Callers.Jane.Asks($"create {Rbac}/{resource}@here"), Json(changed), default);

    private void CheckClusterRole(string changed, string? old) =>
        Gate().Check(Callers.Jane.Asks($"update {Rbac}/clusterroles@:x"), Json(changed), old == null ? default : Json(old));

    private EscalationGate Gate()
    {
        Policy policy = new(_objects);
        return new EscalationGate(policy, new Authorizer(policy));
    }

    private static JsonValue Json(string text) => JsonTree.Parse(text).Root;
}
