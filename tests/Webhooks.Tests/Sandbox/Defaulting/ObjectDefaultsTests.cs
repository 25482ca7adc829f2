using Webhooks.Resources.Json;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Defaulting;
using Webhooks.Sandbox.Kinds;
using Webhooks.Schemas.Decoding;
using Xunit;

namespace Webhooks.Tests.Sandbox.Defaulting;

public sealed class ObjectDefaultsTests
{
    [Theory]
    [InlineData("nginx", "Always")]
    [InlineData("nginx:latest", "Always")]
    [InlineData("nginx:1.29", "IfNotPresent")]
    [InlineData("localhost:5000/nginx", "Always")]
    [InlineData("localhost:5000/nginx:1", "IfNotPresent")]
    [InlineData("nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", "IfNotPresent")]
    [InlineData("", "IfNotPresent")]
    public void An_image_is_pulled_always_where_its_tag_may_move(string image, string policy) =>
        Assert.Equal(policy, ContainerDefaults.PullPolicy(image));

    [Theory]
    [InlineData("pods", """{"spec":{"containers":[{"name":"a","image":"i:1","resources":{"limits":{"cpu":"1"}}}]}}""", "spec.containers.0.resources", """{"limits":{"cpu":"1"},"requests":{"cpu":"1"}}""")]
    [InlineData("pods", """{"spec":{"hostNetwork":true,"containers":[{"ports":[{"containerPort":80}]}]}}""", "spec.containers.0.ports.0", """{"containerPort":80,"hostPort":80,"protocol":"TCP"}""")]
    [InlineData("pods", """{"spec":{"containers":[{"livenessProbe":{"httpGet":{"port":80}}}]}}""", "spec.containers.0.livenessProbe", """{"failureThreshold":3,"httpGet":{"path":"/","port":80,"scheme":"HTTP"},"periodSeconds":10,"successThreshold":1,"timeoutSeconds":1}""")]
    [InlineData("pods", """{"spec":{"containers":[],"volumes":[{"name":"a"},{"name":"b","secret":{"secretName":"s"}}]}}""", "spec.volumes", """[{"emptyDir":{},"name":"a"},{"name":"b","secret":{"defaultMode":420,"secretName":"s"}}]""")]
    [InlineData("pods", """{"spec":{"serviceAccountName":"x","containers":[]}}""", "spec.serviceAccount", "\"x\"")]
    [InlineData("deployments", """{"spec":{"replicas":0,"strategy":{"type":"Recreate"}}}""", "spec.strategy", """{"type":"Recreate"}""")]
    [InlineData("deployments", """{"spec":{"replicas":0}}""", "spec.replicas", "0")]
    [InlineData("statefulsets", """{"spec":{"volumeClaimTemplates":[{"metadata":{"name":"d"}}]}}""", "spec.volumeClaimTemplates.0", """{"kind":"PersistentVolumeClaim","apiVersion":"v1","metadata":{"name":"d"},"spec":{"resources":{},"volumeMode":"Filesystem"},"status":{"phase":"Pending"}}""")]
    [InlineData("persistentvolumes", """{"spec":{"hostPath":{"path":"/a"}}}""", "spec.hostPath", """{"path":"/a","type":""}""")]
    [InlineData("daemonsets", """{"spec":{}}""", "spec.updateStrategy", """{"rollingUpdate":{"maxSurge":0,"maxUnavailable":1},"type":"RollingUpdate"}""")]
    [InlineData("jobs", """{"spec":{"parallelism":2}}""", "spec.completions", "")]
    [InlineData("jobs", """{"spec":{}}""", "spec.completions", "1")]
    [InlineData("cronjobs", """{"spec":{}}""", "spec.concurrencyPolicy", "\"Allow\"")]
    [InlineData("services", """{"spec":{"type":"LoadBalancer","ports":[{"port":80,"targetPort":"web"}]}}""", "spec.externalTrafficPolicy", "\"Cluster\"")]
    [InlineData("services", """{"spec":{"ports":[{"port":80}]}}""", "spec.ports", """[{"port":80,"protocol":"TCP","targetPort":80}]""")]
    [InlineData("services", """{"spec":{"sessionAffinity":"ClientIP"}}""", "spec.sessionAffinityConfig", """{"clientIP":{"timeoutSeconds":10800}}""")]
    [InlineData("secrets", """{"data":{"a":"b2xk"},"stringData":{"a":"new","b":"ü"}}""", "data", """{"a":"bmV3","b":"w7w="}""")]
    [InlineData("secrets", """{"stringData":{"a":"b"}}""", "stringData", "")]
    [InlineData("namespaces", """{"metadata":{"name":"x","labels":{"kubernetes.io/metadata.name":"y"}}}""", "metadata.labels", """{"kubernetes.io/metadata.name":"x"}""")]
    [InlineData("networkpolicies", """{"spec":{"egress":[{"ports":[{"port":1}]}]}}""", "spec.policyTypes", """["Ingress","Egress"]""")]
    [InlineData("rolebindings", """{"roleRef":{"kind":"Role","name":"r"},"subjects":[{"kind":"User","name":"u"},{"kind":"ServiceAccount","name":"s"}]}""", "subjects", """[{"kind":"User","apiGroup":"rbac.authorization.k8s.io","name":"u"},{"kind":"ServiceAccount","name":"s"}]""")]
    [InlineData("limitranges", """{"spec":{"limits":[{"type":"Container","max":{"cpu":"2"},"min":{"memory":"1Mi"}}]}}""", "spec.limits.0", """{"default":{"cpu":"2"},"defaultRequest":{"cpu":"2","memory":"1Mi"},"max":{"cpu":"2"},"min":{"memory":"1Mi"},"type":"Container"}""")]
    [InlineData("limitranges", """{"spec":{"limits":[{"type":"Pod","max":{"cpu":"2"}}]}}""", "spec.limits.0", """{"max":{"cpu":"2"},"type":"Pod"}""")]
    [InlineData("nodes", """{"spec":{"podCIDR":"10.0.0.0/24"},"status":{"capacity":{"cpu":"4"}}}""", "status.allocatable", """{"cpu":"4"}""")]
    [InlineData("validatingwebhookconfigurations", """{"webhooks":[{"name":"a.b.c","rules":[{"operations":["*"]}]}]}""", "webhooks.0.rules", """[{"operations":["*"],"scope":"*"}]""")]
    [InlineData("customresourcedefinitions", """{"spec":{"names":{"kind":"Widget","plural":"widgets"}}}""", "spec.names", """{"kind":"Widget","listKind":"WidgetList","plural":"widgets","singular":"widget"}""")]
    public void A_default_is_filled_in(string resource, string sent, string path, string filled) =>
        Assert.Equal(filled, At(Filled(resource, sent), path).ToString());

    [Fact]
    public void What_was_filled_stays_as_it_is()
    {
        foreach (string resource in new[] { "deployments", "pods", "services", "jobs", "statefulsets", "persistentvolumeclaims" })
        {
            JsonValue once = Filled(resource, """{"metadata":{"name":"x"},"spec":{}}""");
            Assert.Equal(once.ToString(), ObjectDefaults.Fill(Of(resource), once).ToString());
        }
    }

    private static JsonValue Filled(string resource, string sent) =>
        ObjectDefaults.Fill(Of(resource), NormalForm.Of(DecodeTargets.Of(Of(resource)), JsonTree.Parse(sent).Root));

    private static ApiResource Of(string resource) => BuiltInKinds.All.First(one => one.Plural == resource);

    private static JsonValue At(JsonValue value, string path)
    {
        foreach (string step in path.Split('.'))
        {
            value = value.Kind == JsonKind.Array ? value.Items().ElementAt(step[0] - '0') : value[step];
        }

        return value;
    }
}
