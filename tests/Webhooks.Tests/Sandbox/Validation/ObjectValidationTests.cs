using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Defaulting;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Validation;
using Webhooks.Schemas.Decoding;
using Xunit;

namespace Webhooks.Tests.Sandbox.Validation;

public sealed class ObjectValidationTests
{
    [Theory]
    [InlineData("configmaps", """{"metadata":{"name":"x","finalizers":["orphan","foregroundDeletion"]}}""", "metadata.finalizers: Invalid value: [\"orphan\",\"foregroundDeletion\"]: finalizer orphan and foregroundDeletion cannot be both set")]
    [InlineData("configmaps", """{"metadata":{"name":"x","generation":-1}}""", "metadata.generation: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("configmaps", """{"metadata":{"name":"x","ownerReferences":[{"apiVersion":"a/","kind":"","name":"n","uid":"u"}]}}""", "metadata.ownerReferences.apiVersion: Invalid value: \"a/\": version must not be empty|metadata.ownerReferences.kind: Invalid value: \"\": must not be empty")]
    [InlineData("roles", """{"metadata":{"name":"x"},"rules":[{"nonResourceURLs":["/a"],"verbs":[]}]}""", "rules[0].verbs: Required value: verbs must contain at least one value|rules[0].nonResourceURLs: Invalid value: [\"/a\"]: namespaced rules cannot apply to non-resource URLs")]
    [InlineData("roles", """{"metadata":{"name":"x"},"rules":[{"verbs":["get"]}]}""", "rules[0].apiGroups: Required value: resource rules must supply at least one api group|rules[0].resources: Required value: resource rules must supply at least one resource")]
    [InlineData("rolebindings", """{"metadata":{"name":"x"},"roleRef":{"kind":"Other","name":""},"subjects":[{"kind":"Robot","name":"r"}]}""", "roleRef.kind: Unsupported value: \"Other\": supported values: \"Role\", \"ClusterRole\"|roleRef.name: Required value|subjects[0].kind: Unsupported value: \"Robot\": supported values: \"ServiceAccount\", \"User\", \"Group\"")]
    [InlineData("services", """{"metadata":{"name":"x"},"spec":{"ports":[{"port":0},{"port":70000,"name":"a","protocol":"ICMP"}]}}""", "spec.ports[0].name: Required value|spec.ports[0].port: Invalid value: 0: must be between 1 and 65535, inclusive|spec.ports[0].targetPort: Invalid value: 0: must be between 1 and 65535, inclusive|spec.ports[1].port: Invalid value: 70000: must be between 1 and 65535, inclusive|spec.ports[1].protocol: Unsupported value: \"ICMP\": supported values: \"SCTP\", \"TCP\", \"UDP\"|spec.ports[1].targetPort: Invalid value: 70000: must be between 1 and 65535, inclusive")]
    [InlineData("services", """{"metadata":{"name":"x"},"spec":{"type":"Wide"}}""", "spec.ports: Required value|spec.type: Unsupported value: \"Wide\": supported values: \"ClusterIP\", \"ExternalName\", \"LoadBalancer\", \"NodePort\"")]
    [InlineData("services", """{"metadata":{"name":"x"},"spec":{"ports":[{"name":"a","port":80,"nodePort":30000},{"name":"b","port":80}]}}""", "spec.ports[0].nodePort: Forbidden: may not be used when `type` is 'ClusterIP'|spec.ports[1]: Duplicate value: {\"Name\":\"\",\"Protocol\":\"TCP\",\"AppProtocol\":null,\"Port\":80,\"TargetPort\":0,\"NodePort\":0}")]
    [InlineData("services", """{"metadata":{"name":"x"},"spec":{"type":"NodePort","ports":[{"name":"a","port":80,"nodePort":80},{"name":"b","port":81,"nodePort":80}]}}""", "spec.ports[0].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767|spec.ports[1].nodePort: Invalid value: 80: provided port is not in the valid range. The range of valid ports is 30000-32767|spec.ports[1].nodePort: Duplicate value: 80")]
    [InlineData("secrets", """{"metadata":{"name":"x"},"type":"kubernetes.io/basic-auth"}""", "data[username]: Required value|data[password]: Required value")]
    [InlineData("secrets", """{"metadata":{"name":"x"},"type":"kubernetes.io/service-account-token"}""", "metadata.annotations[kubernetes.io/service-account.name]: Required value")]
    [InlineData("networkpolicies", """{"metadata":{"name":"x"},"spec":{"ingress":[{"from":[{}],"ports":[{"port":80,"endPort":70}]}]}}""", "spec.ingress[0].ports[0].endPort: Invalid value: 70: must be greater than or equal to `port`|spec.ingress[0].from[0]: Required value: must specify a peer")]
    [InlineData("resourcequotas", """{"metadata":{"name":"x"},"spec":{"hard":{"cpu":"-1","pods":"1500m","things":"1"}}}""", "spec.hard[cpu]: Invalid value: \"-1\": must be greater than or equal to 0|spec.hard[pods]: Invalid value: \"1500m\": must be an integer|spec.hard[things]: Invalid value: \"things\": must be a standard resource for quotas")]
    [InlineData("resourcequotas", """{"metadata":{"name":"x"},"spec":{"hard":{"cpu":"1"},"scopes":["BestEffort","NotBestEffort","Worst"]}}""", "spec.scopes: Invalid value: [\"BestEffort\",\"NotBestEffort\",\"Worst\"]: unsupported scope applied to resource|spec.scopes: Invalid value: [\"BestEffort\",\"NotBestEffort\",\"Worst\"]: unsupported scope|spec.scopes: Invalid value: [\"BestEffort\",\"NotBestEffort\",\"Worst\"]: conflicting scopes")]
    [InlineData("resourcequotas", """{"metadata":{"name":"x"},"spec":{"hard":{"secrets":"1"},"scopeSelector":{"matchExpressions":[{"scopeName":"PriorityClass","operator":"In"}]}}}""", "spec.scopeSelector.matchExpressions: Invalid value: {\"MatchExpressions\":[{\"ScopeName\":\"PriorityClass\",\"Operator\":\"In\",\"Values\":null}]}: unsupported scope applied to resource|spec.scopeSelector.matchExpressions.values: Required value: must be at least one value when `operator` is 'In' or 'NotIn' for scope selector")]
    [InlineData("resourcequotas", """{"metadata":{"name":"x"},"spec":{"scopeSelector":{"matchExpressions":[{"scopeName":"Terminating","operator":"In","values":["a"]},{"scopeName":"PriorityClass","operator":"Exists","values":["a"]},{"scopeName":"Some","operator":"Is"}]}}}""", "spec.scopeSelector.matchExpressions.operator: Invalid value: \"In\": must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity|spec.scopeSelector.matchExpressions.values: Invalid value: [\"a\"]: must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector|spec.scopeSelector.matchExpressions.scopeName: Invalid value: \"Some\": unsupported scope|spec.scopeSelector.matchExpressions.operator: Invalid value: \"Is\": not a valid selector operator")]
    [InlineData("limitranges", """{"metadata":{"name":"x"},"spec":{"limits":[{"type":"Pod","min":{"cpu":"2"},"max":{"cpu":"1"}},{"type":"Pod"}]}}""", "spec.limits[0].min[cpu]: Invalid value: \"2\": min value 2 is greater than max value 1|spec.limits[1].type: Duplicate value: \"Pod\"")]
    [InlineData("nodes", """{"metadata":{"name":"x"},"spec":{"taints":[{"key":"a"},{"key":"b","effect":"Never"}]}}""", "spec.taints[0].effect: Required value|spec.taints[1].effect: Unsupported value: \"Never\": supported values: \"NoSchedule\", \"PreferNoSchedule\", \"NoExecute\"")]
    [InlineData("pods", """{"metadata":{"name":"x"},"spec":{"restartPolicy":"Maybe","containers":[{"name":"a","image":"i","volumeMounts":[{"name":"v","mountPath":"/"}]},{"name":"a","image":" i"}]}}""", "spec.containers[0].volumeMounts[0].name: Not found: \"v\"|spec.containers[1].image: Invalid value: \" i\": must not have leading or trailing whitespace|spec.containers[1].name: Duplicate value: \"a\"|spec.restartPolicy: Unsupported value: \"Maybe\": supported values: \"Always\", \"OnFailure\", \"Never\"")]
    [InlineData("deployments", """{"metadata":{"name":"x"},"spec":{"replicas":-1,"template":{"spec":{"containers":[{"name":"a","image":"i"}]}}}}""", "spec.replicas: Invalid value: -1: must be greater than or equal to 0|spec.selector: Required value|spec.template.metadata.labels: Invalid value: null: `selector` does not match template `labels`")]
    [InlineData("deployments", """{"metadata":{"name":"x"},"spec":{"selector":{"matchLabels":{"a":"b"}},"strategy":{"type":"Other"},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"a","image":"i"}]}}}}""", "spec.strategy: Unsupported value: {\"Type\":\"Other\",\"RollingUpdate\":null}: supported values: \"Recreate\", \"RollingUpdate\"")]
    [InlineData("deployments", """{"metadata":{"name":"x"},"spec":{"selector":{"matchLabels":{"a":"b"}},"strategy":{"rollingUpdate":{"maxSurge":"0%","maxUnavailable":0}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"a","image":"i"}]}}}}""", "spec.strategy.rollingUpdate.maxUnavailable: Invalid value: 0: may not be 0 when `maxSurge` is 0")]
    [InlineData("deployments", """{"metadata":{"name":"x"},"spec":{"selector":{"matchLabels":{"a":"b"}},"strategy":{"rollingUpdate":{"maxSurge":"300%","maxUnavailable":"101%"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"activeDeadlineSeconds":5,"containers":[{"name":"a","image":"i"}]}}}}""", "spec.template.spec.activeDeadlineSeconds: Forbidden: activeDeadlineSeconds in ReplicaSet is not Supported|spec.strategy.rollingUpdate.maxUnavailable: Invalid value: \"101%\": must not be greater than 100%")]
    [InlineData("daemonsets", """{"metadata":{"name":"x"},"spec":{"updateStrategy":{"rollingUpdate":{"maxSurge":1}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"a","image":"i"}]}}}}""", "spec.template.metadata.labels: Invalid value: {\"a\":\"b\"}: `selector` does not match template `labels`|spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero")]
    [InlineData("statefulsets", """{"metadata":{"name":"x.y"},"spec":{"minReadySeconds":-1,"updateStrategy":{"rollingUpdate":{"partition":-1}},"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"a","image":"i"}]}}}}""", "metadata.name: Invalid value: \"x.y\": must not contain dots|spec.updateStrategy.rollingUpdate.partition: Invalid value: -1: must be greater than or equal to 0|spec.minReadySeconds: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("replicationcontrollers", """{"metadata":{"name":"x"},"spec":{"replicas":-1,"selector":{"a":"c"},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"a","image":"i"}]}}}}""", "spec.replicas: Invalid value: -1: must be greater than or equal to 0|spec.template.metadata.labels: Invalid value: {\"a\":\"b\"}: `selector` does not match template `labels`")]
    [InlineData("jobs", """{"metadata":{"name":"x"},"spec":{"completions":-1,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"a","image":"i"}]}}}}""", "spec.completions: Invalid value: -1: must be greater than or equal to 0|spec.template.spec.restartPolicy: Required value: valid values: \"OnFailure\", \"Never\"")]
    [InlineData("jobs", """{"metadata":{"name":"x"},"spec":{"completionMode":"Indexed","parallelism":1,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"restartPolicy":"Never","containers":[{"name":"a","image":"i"}]}}}}""", "spec.completions: Required value: when completion mode is Indexed")]
    [InlineData("cronjobs", """{"metadata":{"name":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"},"spec":{"concurrencyPolicy":"Wait","jobTemplate":{"spec":{"template":{"metadata":{"labels":{"a":"b"}},"spec":{"restartPolicy":"Never","containers":[{"name":"a","image":"i"}]}}}}}}""", "spec.schedule: Required value|spec.concurrencyPolicy: Unsupported value: \"Wait\": supported values: \"Allow\", \"Forbid\", \"Replace\"|metadata.name: Invalid value: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\": must be no more than 52 characters")]
    [InlineData("ingresses", """{"metadata":{"name":"x"},"spec":{}}""", "spec: Invalid value: null: either `defaultBackend` or `rules` must be specified")]
    [InlineData("ingresses", """{"metadata":{"name":"x","annotations":{"kubernetes.io/ingress.class":"a"}},"spec":{"ingressClassName":"b","defaultBackend":{"service":{"name":"s"}}}}""", "spec.defaultBackend: Required value: port name or number is required|annotations.kubernetes.io/ingress.class: Invalid value: \"a\": can not be set when the class field is also set")]
    [InlineData("ingresses", """{"metadata":{"name":"x"},"spec":{"rules":[{"host":"10.0.0.1","http":{"paths":[{"path":"/"},{"path":"a//b/.","pathType":"Prefix","backend":{}},{"pathType":"Some","backend":{"service":{"name":"","port":{"name":"a","number":1}}}}]}}]}}""", "spec.rules[0].host: Invalid value: \"10.0.0.1\": must be a DNS name, not an IP address|spec.rules[0].http.paths[0].pathType: Required value: pathType must be specified|spec.rules[0].http.paths[1].path: Invalid value: \"a//b/.\": must be an absolute path|spec.rules[0].http.paths[1].path: Invalid value: \"a//b/.\": must not contain '//'|spec.rules[0].http.paths[1].path: Invalid value: \"a//b/.\": cannot end with '/.'|spec.rules[0].http.paths[1].backend: Invalid value: \"\": resource or service backend is required|spec.rules[0].http.paths[2].pathType: Unsupported value: \"Some\": supported values: \"Exact\", \"ImplementationSpecific\", \"Prefix\"|spec.rules[0].http.paths[2].backend.service.name: Required value|spec.rules[0].http.paths[2].backend: Invalid value: \"\": cannot set both port name & port number")]
    [InlineData("controllerrevisions", """{"metadata":{"name":"x"},"revision":-1}""", "data: Required value: data is mandatory|revision: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("validatingwebhookconfigurations", """{"metadata":{"name":"x","finalizers":["plain"]}}""", "")]
    [InlineData("persistentvolumes", """{"metadata":{"name":"x"},"spec":{"persistentVolumeReclaimPolicy":"Burn"}}""", "spec.accessModes: Required value|spec.capacity: Required value|spec.capacity: Unsupported value: null: supported values: \"storage\"|spec: Required value: must specify a volume type|spec.persistentVolumeReclaimPolicy: Unsupported value: \"Burn\": supported values: \"Delete\", \"Recycle\", \"Retain\"")]
    [InlineData("persistentvolumes", """{"metadata":{"name":"x"},"spec":{"accessModes":["ReadWriteOnce"],"capacity":{"storage":"-1"},"hostPath":{"path":"/a"}}}""", "spec.capacity[storage]: Invalid value: \"-1\": must be greater than or equal to 0|spec.capacity[storage]: Invalid value: \"-1\": must be greater than zero")]
    [InlineData("persistentvolumeclaims", """{"metadata":{"name":"x"},"spec":{}}""", "spec.accessModes: Required value: at least 1 access mode is required|spec.resources[storage]: Required value")]
    [InlineData("persistentvolumeclaims", """{"metadata":{"name":"x"},"spec":{"accessModes":["Any"],"resources":{"requests":{"storage":"0"}}}}""", "spec.accessModes: Unsupported value: \"Any\": supported values: \"ReadOnlyMany\", \"ReadWriteMany\", \"ReadWriteOnce\", \"ReadWriteOncePod\"|spec.resources[storage]: Invalid value: \"0\": must be greater than zero")]
    [InlineData("deployments", """{"metadata":{"name":"x"},"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"a","image":"i"}],"ephemeralContainers":[{"name":"d","image":"i"}]}}}}""", "spec.template.spec.ephemeralContainers: Forbidden: ephemeral containers not allowed in pod template")]
    [InlineData("poddisruptionbudgets", """{"metadata":{"name":"x"},"spec":{"minAvailable":"101%"}}""", "spec.minAvailable: Invalid value: \"101%\": must not be greater than 100%")]
    [InlineData("leases", """{"metadata":{"name":"x","finalizers":["plain"]},"spec":{"leaseDurationSeconds":0}}""", "spec.leaseDurationSeconds: Invalid value: 0: must be greater than 0")]
    public void A_new_object_is_held_against_the_rules_of_its_kind(string resource, string sent, string causes) =>
        Assert.Equal(causes.Length == 0 ? [] : causes.Split('|'), Texts(ObjectValidation.OnCreate(Of(resource), Made(resource, sent))));

    [Theory]
    [InlineData("configmaps", """{"data":{"a":"1"}}""", """{"data":{"a":"2"}}""", "")]
    [InlineData("configmaps", """{"immutable":true,"data":{"a":"1"}}""", """{"immutable":true,"data":{"a":"2"}}""", "data: Forbidden: field is immutable when `immutable` is set")]
    [InlineData("secrets", """{"type":"a/b"}""", """{"type":"a/c"}""", "type: Invalid value: \"a/c\": field is immutable")]
    [InlineData("services", """{"spec":{"clusterIP":"10.0.0.1","clusterIPs":["10.0.0.1"],"ports":[{"port":1}]}}""", """{"spec":{"clusterIP":"10.0.0.2","clusterIPs":["10.0.0.2"],"ports":[{"port":1}]}}""", "spec.clusterIPs[0]: Invalid value: [\"10.0.0.2\"]: may not change once set")]
    [InlineData("nodes", """{"spec":{"providerID":"a"}}""", """{"spec":{"providerID":"b"}}""", "spec.providerID: Forbidden: node updates may not change providerID except from \"\" to valid")]
    [InlineData("statefulsets", """{"spec":{"replicas":1,"serviceName":"a","selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"a","image":"i"}]}}}}""", """{"spec":{"replicas":2,"serviceName":"a","selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"a","image":"i"}]}}}}""", "")]
    [InlineData("statefulsets", """{"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"a","image":"i"}]}}}}""", """{"spec":{"replicas":-1,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"a","image":"i"}]}}}}""", "spec.replicas: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("jobs", """{"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"restartPolicy":"Never","containers":[{"name":"a","image":"i"}]}}}}""", """{"spec":{"completions":2,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"restartPolicy":"Never","containers":[{"name":"a","image":"i"}]}}}}""", "spec.completions: Invalid value: 2: field is immutable")]
    [InlineData("jobs", """{"spec":{"completionMode":"Indexed","completions":1,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"restartPolicy":"Never","containers":[{"name":"a","image":"i"}]}}}}""", """{"spec":{"completionMode":"Indexed","completions":2,"parallelism":1,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"restartPolicy":"Never","containers":[{"name":"a","image":"i"}]}}}}""", "spec.completions: Invalid value: 2: can only be modified in tandem with spec.parallelism")]
    [InlineData("jobs", """{"spec":{"suspend":true,"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"restartPolicy":"Never","containers":[{"name":"a","image":"i"}]}}}}""", """{"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"nodeSelector":{"c":"d"},"restartPolicy":"Never","containers":[{"name":"a","image":"i"}]}}}}""", "")]
    [InlineData("resourcequotas", """{"spec":{"scopes":["BestEffort"]}}""", """{"spec":{}}""", "spec.scopes: Invalid value: null: field is immutable")]
    [InlineData("resourcequotas", """{"spec":{"hard":{"pods":"1","count/pods":"1"},"scopes":["BestEffort"],"scopeSelector":{"matchExpressions":[{"scopeName":"PriorityClass","operator":"In","values":["high"]}]}}}""", """{"spec":{"hard":{"pods":"1","count/pods":"1"},"scopes":["BestEffort"],"scopeSelector":{"matchExpressions":[{"scopeName":"PriorityClass","operator":"In","values":["high"]}]}}}""", "")]
    public void An_update_is_held_against_what_was_there(string resource, string old, string sent, string cause) =>
        Assert.Equal(cause.Length == 0 ? [] : [cause], Texts(ObjectValidation.OnUpdate(Of(resource), Known(resource, sent), Known(resource, old))));

    [Fact]
    public void An_object_that_is_being_deleted_gets_no_further_finalizers()
    {
        JsonValue old = Comparable("""{"metadata":{"name":"x","namespace":"n","resourceVersion":"1","deletionTimestamp":"2026-01-02T03:04:05Z","finalizers":["a/b"]}}""");
        JsonValue value = Comparable("""{"metadata":{"name":"x","namespace":"n","resourceVersion":"1","deletionTimestamp":"2026-01-02T03:04:05Z","finalizers":["a/b","c/e","c/d"]}}""");
        const string Cause = "metadata.finalizers: Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{\"c/d\", \"c/e\"}";
        Assert.Equal([Cause], Texts(ObjectValidation.OnUpdate(Of("configmaps"), value, old)).Distinct());
    }

    [Theory]
    [InlineData("Active", false, "")]
    [InlineData("Terminating", false, "status.Phase: Invalid value: \"Terminating\": may only be 'Active' if `deletionTimestamp` is empty")]
    [InlineData("Active", true, "status.Phase: Invalid value: \"Active\": may only be 'Terminating' if `deletionTimestamp` is not empty")]
    public void The_phase_of_a_namespace_follows_its_deletion(string phase, bool isDeleted, string cause)
    {
        string deletion = isDeleted ? ",\"deletionTimestamp\":\"2026-01-02T03:04:05Z\"" : "";
        JsonValue value = JsonTree.Parse($"{{\"metadata\":{{\"name\":\"x\",\"resourceVersion\":\"1\"{deletion}}},\"status\":{{\"phase\":\"{phase}\"}}}}").Root;
        Assert.Equal(cause.Length == 0 ? [] : [cause], Texts(ObjectValidation.OnStatusUpdate(Of("namespaces"), value, value)));
    }

    [Theory]
    [InlineData("", """ "accessModes":["ReadWriteMany"],"resources":{"requests":{"storage":"1Gi"}} """, "spec: Forbidden: spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n@@ -1,6 +1,6 @@\n {\n  \"AccessModes\": [\n-  \"ReadWriteOnce\"\n+  \"ReadWriteMany\"\n  ],\n  \"Selector\": null,\n  \"Resources\": {\n")]
    [InlineData("", """ "accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}},"volumeName":"v","storageClassName":"c" """, "")]
    [InlineData("Bound", """ "accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"2Gi"}} """, "")]
    [InlineData("Bound", """ "accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"512Mi"}} """, "spec.resources.requests.storage: Forbidden: field can not be less than status.capacity")]
    public void A_claim_that_is_bound_may_want_more(string phase, string sent, string cause)
    {
        const string Old = """ "accessModes":["ReadWriteOnce"],"resources":{"requests":{"storage":"1Gi"}} """;
        JsonValue Claim(string spec) => Known("persistentvolumeclaims", $$$"""{"spec":{ {{{spec}}} },"status":{"phase":"{{{phase}}}","capacity":{"storage":"1Gi"} } }""");
        Assert.Equal(cause.Length == 0 ? [] : [cause], Texts(ObjectValidation.OnUpdate(Of("persistentvolumeclaims"), Claim(sent), Claim(Old))));
    }

    [Fact]
    public void The_pods_of_a_job_stay_as_they_are_made()
    {
        const string Job = """{"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"restartPolicy":"Never","containers":[{"name":"a","image":"i"}]}}}}""";
        string cause = Assert.Single(Texts(ObjectValidation.OnUpdate(Of("jobs"), Known("jobs", Job.Replace("\"i\"", "\"j\"", StringComparison.Ordinal)), Known("jobs", Job))));
        Assert.StartsWith("spec.template: Invalid value: {\"labels\":{\"a\":\"b\"},\"Spec\":{\"Volumes\":null,\"InitContainers\":null,\"Containers\":[{\"Name\":\"a\",\"Image\":\"j\",", cause, StringComparison.Ordinal);
        Assert.EndsWith("}: field is immutable", cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replicasets", """{"replicas":3,"readyReplicas":5}""", "status.readyReplicas: Invalid value: 5: cannot be greater than status.replicas")]
    [InlineData("replicationcontrollers", """{"replicas":3,"availableReplicas":2}""", "status.availableReplicas: Invalid value: 2: cannot be greater than readyReplicas")]
    [InlineData("deployments", """{"replicas":1,"unavailableReplicas":-1}""", "status.unavailableReplicas: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("deployments", """{"replicas":1,"collisionCount":1}""", "status.collisionCount: Invalid value: 1: cannot be decremented")]
    [InlineData("statefulsets", """{"replicas":2,"availableReplicas":1,"collisionCount":2}""", "status.availableReplicas: Invalid value: 1: cannot be greater than status.readyReplicas")]
    [InlineData("daemonsets", """{"numberReady":-1,"collisionCount":2}""", "status.numberReady: Invalid value: -1: must be greater than or equal to 0")]
    public void A_workload_has_no_more_pods_of_any_sort_than_pods(string resource, string status, string cause)
    {
        string collisions = status.Contains("collision", StringComparison.Ordinal) ? "2" : "0";
        JsonValue old = Comparable($$$"""{"metadata":{"name":"x","namespace":"n","resourceVersion":"1"},"status":{"collisionCount":{{{collisions}}}} }""");
        JsonValue value = Comparable($$$"""{"metadata":{"name":"x","namespace":"n","resourceVersion":"1"},"status":{{{status}}} }""");
        Assert.Equal([cause], Texts(ObjectValidation.OnStatusUpdate(Of(resource), value, old)));
    }

    [Fact]
    public void A_scale_has_no_replicas_below_zero()
    {
        JsonValue scale = JsonTree.Parse("""{"spec":{"replicas":-1}}""").Root;
        Assert.Equal(["spec.replicas: Invalid value: -1: must be greater than or equal to 0"], Texts(ScaleRules.OfScale(scale)));
    }

    private static string[] Texts(IReadOnlyList<StatusCause> causes) => [.. causes.Select(cause => cause.ToString())];

    private static ApiResource Of(string resource) => BuiltInKinds.All.First(one => one.Plural == resource);

    private static JsonValue Made(string resource, string sent)
    {
        JsonDraft draft = new(NormalForm.Of(DecodeTargets.Of(Of(resource)), JsonTree.Parse(sent).Root));
        if (Of(resource).IsNamespaced)
        {
            draft.Child("metadata").SetText("namespace", "n");
        }

        return ObjectDefaults.Fill(Of(resource), draft.Freeze());
    }

    private static JsonValue Known(string resource, string sent)
    {
        JsonDraft draft = new(Made(resource, sent));
        draft.Child("metadata").SetText("name", "x");
        draft.Child("metadata").SetText("resourceVersion", "1");
        return draft.Freeze();
    }

    private static JsonValue Comparable(string text) => JsonTree.Parse(text).Root;
}
