using System.Collections.Immutable;
using Webhooks.Sandbox.Access.Authorization;
using static Webhooks.Sandbox.Access.Bootstrap.RuleShorthand;

namespace Webhooks.Sandbox.Access.Bootstrap;

/// <summary>The ClusterRoles for people and for what they run (<c>rbac/bootstrappolicy/policy.go</c>).</summary>
internal static class UserRoles
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<BootstrapRole> All { get; } =
    [
        new("admin") { Aggregates = true },
        new(
            "cluster-admin",
            On("*", "*", "*"),
            Urls("*") with { Verbs = [PolicyRule.All] }),
        new("edit") { Aggregates = true, PartOf = "admin" },
        new(
            "system:aggregate-to-admin",
            On("create", "authorization.k8s.io", "localsubjectaccessreviews"),
            On(ReadWrite, SystemNames.RbacGroup, "rolebindings roles")) { PartOf = "admin" },
        new(
            "system:aggregate-to-edit",
            On(Read, "", "pods/attach pods/exec pods/portforward pods/proxy secrets services/proxy"),
            On("impersonate", "", "serviceaccounts"),
            On(Write, "", "pods pods/attach pods/exec pods/portforward pods/proxy"),
            On("create", "", "pods/eviction"),
            On(Write, "", "configmaps events persistentvolumeclaims replicationcontrollers replicationcontrollers/scale secrets serviceaccounts services services/proxy"),
            On("create", "", "serviceaccounts/token"),
            On(Write, "apps", "daemonsets deployments deployments/rollback deployments/scale replicasets replicasets/scale statefulsets statefulsets/scale"),
            On(Write, "autoscaling", "horizontalpodautoscalers"),
            On(Write, "batch", "cronjobs jobs"),
            On(Write, "extensions", "daemonsets deployments deployments/rollback deployments/scale ingresses networkpolicies replicasets replicasets/scale replicationcontrollers/scale"),
            On(Write, "policy", "poddisruptionbudgets"),
            On(Write, "networking.k8s.io", "ingresses networkpolicies"),
            On(ReadWrite, "coordination.k8s.io", "leases")) { PartOf = "edit" },
        new(
            "system:aggregate-to-view",
            On(Read, "", "configmaps endpoints persistentvolumeclaims persistentvolumeclaims/status pods replicationcontrollers replicationcontrollers/scale serviceaccounts services services/status"),
            On(Read, "", "bindings events limitranges namespaces/status pods/log pods/status replicationcontrollers/status resourcequotas resourcequotas/status"),
            On(Read, "", "namespaces"),
            On(Read, "discovery.k8s.io", "endpointslices"),
            On(Read, "apps", "controllerrevisions daemonsets daemonsets/status deployments deployments/scale deployments/status replicasets replicasets/scale replicasets/status statefulsets statefulsets/scale statefulsets/status"),
            On(Read, "autoscaling", "horizontalpodautoscalers horizontalpodautoscalers/status"),
            On(Read, "batch", "cronjobs cronjobs/status jobs jobs/status"),
            On(Read, "extensions", "daemonsets daemonsets/status deployments deployments/scale deployments/status ingresses ingresses/status networkpolicies replicasets replicasets/scale replicasets/status replicationcontrollers/scale"),
            On(Read, "policy", "poddisruptionbudgets poddisruptionbudgets/status"),
            On(Read, "networking.k8s.io", "ingresses ingresses/status networkpolicies")) { PartOf = "view" },
        new(
            "system:auth-delegator",
            On("create", "authentication.k8s.io", "tokenreviews"),
            On("create", "authorization.k8s.io", "subjectaccessreviews")),
        new(
            "system:basic-user",
            On("create", "authorization.k8s.io", "selfsubjectaccessreviews selfsubjectrulesreviews"),
            On("create", "authentication.k8s.io", "selfsubjectreviews")),
        new("system:discovery", Urls("/api /api/* /apis /apis/* /healthz /livez /openapi /openapi/* /readyz /version /version/")),
        new("system:monitoring", Urls("/healthz /healthz/* /livez /livez/* /metrics /metrics/slis /readyz /readyz/*")),
        new("system:public-info-viewer", Urls("/healthz /livez /readyz /version /version/")),
        new("system:service-account-issuer-discovery", Urls("/.well-known/openid-configuration /openid/v1/jwks")),
        new("view") { Aggregates = true, PartOf = "edit" },
    ];
}
