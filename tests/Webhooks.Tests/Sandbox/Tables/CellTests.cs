using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Tables;
using Xunit;

namespace Webhooks.Tests.Sandbox.Tables;

public class CellTests
{
    private const string Metadata = """ "metadata":{"name":"x","creationTimestamp":"2026-01-01T00:00:00Z"} """;
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-01-01T00:05:00Z", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("apps", "replicasets", """ "spec":{"replicas":3,"selector":{"matchExpressions":[{"key":"a","operator":"In","values":["c","b"]}]},"template":{"spec":{"containers":[{"name":"a","image":"i"},{"name":"b","image":"j"}]}}},"status":{"replicas":2,"readyReplicas":1} """, """["x",3,2,1,"5m","a,b","i,j","a in (b,c)"]""")]
    [InlineData("apps", "statefulsets", """ "spec":{"replicas":3},"status":{"readyReplicas":1} """, """["x","1/3","5m","",""]""")]
    [InlineData("apps", "daemonsets", """ "spec":{"template":{"spec":{"nodeSelector":{"b":"2","a":"1"}}}},"status":{"desiredNumberScheduled":5,"currentNumberScheduled":4,"numberReady":3,"updatedNumberScheduled":2,"numberAvailable":1} """, """["x",5,4,3,2,1,"a=1,b=2","5m","","","<none>"]""")]
    [InlineData("apps", "deployments", """ "spec":{"selector":{"matchExpressions":[{"key":"a","operator":"Bad"}]}} """, """["x","0/0",0,0,"5m","","","<invalid>"]""")]
    [InlineData("apps", "controllerrevisions", """ "revision":7 """, """["x","<none>",7,"5m"]""")]
    [InlineData("", "replicationcontrollers", """ "spec":{"replicas":1,"selector":{"a":"b"}} """, """["x",1,0,0,"5m","","","a=b"]""")]
    [InlineData("", "podtemplates", """ "template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"a","image":"i"}]}} """, """["x","a","i","a=b"]""")]
    [InlineData("batch", "jobs", """ "spec":{"completions":3,"selector":{"matchLabels":{"a":"b"}}},"status":{"succeeded":1,"startTime":"2026-01-01T00:01:00Z"} """, """["x","Running","1/3","4m","5m","","","a=b"]""")]
    [InlineData("batch", "jobs", """ "spec":{"parallelism":2},"status":{"succeeded":2,"startTime":"2026-01-01T00:01:00Z","completionTime":"2026-01-01T00:01:30Z","conditions":[{"type":"Complete","status":"True"}]} """, """["x","Complete","2/1 of 2","30s","5m","","","<none>"]""")]
    [InlineData("batch", "jobs", """ "spec":{"parallelism":1},"status":{"conditions":[{"type":"Suspended","status":"True"}]} """, """["x","Suspended","0/1","","5m","","","<none>"]""")]
    [InlineData("batch", "cronjobs", """ "spec":{"schedule":"* * * * *","suspend":false},"status":{"active":[{},{}],"lastScheduleTime":"2026-01-01T00:04:00Z"} """, """["x","* * * * *","<none>","False",2,"60s","5m","","","<none>"]""")]
    [InlineData("batch", "cronjobs", """ "spec":{"schedule":"@daily","timeZone":"Etc/UTC"} """, """["x","@daily","Etc/UTC","<unset>",0,"<none>","5m","","","<none>"]""")]
    [InlineData("", "services", """ "spec":{"type":"NodePort","clusterIP":"10.0.0.1","clusterIPs":["10.0.0.1"],"externalIPs":["1.2.3.4","5.6.7.8"],"ports":[{"port":80,"nodePort":30080,"protocol":"TCP"},{"port":53,"protocol":"UDP"}],"selector":{"a":"b"}} """, """["x","NodePort","10.0.0.1","1.2.3.4,5.6.7.8","80:30080/TCP,53/UDP","5m","a=b"]""")]
    [InlineData("", "services", """ "spec":{"type":"LoadBalancer"},"status":{"loadBalancer":{"ingress":[{"hostname":"b"},{"ip":"a"},{"ip":"a"}]}} """, """["x","LoadBalancer","<none>","a,b","<none>","5m","<none>"]""")]
    [InlineData("", "services", """ "spec":{"type":"LoadBalancer"} """, """["x","LoadBalancer","<none>","<pending>","<none>","5m","<none>"]""")]
    [InlineData("", "services", """ "spec":{"type":"ExternalName","externalName":"example.com"} """, """["x","ExternalName","<none>","example.com","<none>","5m","<none>"]""")]
    [InlineData("", "endpoints", """ "subsets":[{"addresses":[{"ip":"10.0.0.1"},{"ip":"fd00::1"}],"ports":[{"port":80},{"port":443}]}] """, """["x","10.0.0.1:80,[fd00::1]:80,10.0.0.1:443 + 1 more...","5m"]""")]
    [InlineData("", "endpoints", "", """["x","<none>","5m"]""")]
    [InlineData("discovery.k8s.io", "endpointslices", """ "addressType":"IPv4","ports":[{"port":80},{"name":"a"},{}],"endpoints":[{"addresses":["1","2"]},{"addresses":["3","4","5"]}] """, """["x","IPv4","80,a,*","1,2,3 + 2 more...","5m"]""")]
    [InlineData("", "namespaces", """ "status":{"phase":"Terminating"} """, """["x","Terminating","5m"]""")]
    [InlineData("", "secrets", """ "type":"Opaque","data":{"a":"YQ=="} """, """["x","Opaque",1,"5m"]""")]
    [InlineData("", "configmaps", """ "data":{"a":"b"},"binaryData":{"c":"YQ==","d":"YQ=="} """, """["x",3,"5m"]""")]
    [InlineData("", "resourcequotas", """ "status":{"hard":{"requests.cpu":"2","limits.memory":"4Gi","pods":"4"},"used":{"pods":"1","requests.cpu":"500m"}} """, """["x","pods: 1/4, requests.cpu: 500m/2","limits.memory: 0/4Gi","5m"]""")]
    [InlineData("", "limitranges", "", """["x","2026-01-01T00:00:00Z"]""")]
    [InlineData("rbac.authorization.k8s.io", "clusterroles", "", """["x","2026-01-01T00:00:00Z"]""")]
    [InlineData("apiextensions.k8s.io", "customresourcedefinitions", "", """["x","2026-01-01T00:00:00Z"]""")]
    [InlineData("rbac.authorization.k8s.io", "rolebindings", """ "roleRef":{"kind":"ClusterRole","name":"view"},"subjects":[{"kind":"User","name":"u"},{"kind":"User","name":"v"},{"kind":"Group","name":"g"},{"kind":"ServiceAccount","name":"s","namespace":"n"}] """, """["x","ClusterRole/view","5m","u, v","g","n/s"]""")]
    [InlineData("policy", "poddisruptionbudgets", """ "spec":{"minAvailable":"50%"},"status":{"disruptionsAllowed":1} """, """["x","50%","N/A",1,"5m"]""")]
    [InlineData("networking.k8s.io", "networkpolicies", """ "spec":{"podSelector":{}} """, """["x","<none>","5m"]""")]
    [InlineData("networking.k8s.io", "ingresses", """ "spec":{"ingressClassName":"nginx","rules":[{"host":"a"},{"host":"b"},{"host":"c"},{"host":"d"}],"tls":[{}]},"status":{"loadBalancer":{"ingress":[{"ip":"1.2.3.4"}]}} """, """["x","nginx","a,b,c + 1 more...","1.2.3.4","80, 443","5m"]""")]
    [InlineData("networking.k8s.io", "ingresses", """ "spec":{"rules":[{}]} """, """["x","<none>","*","","80","5m"]""")]
    [InlineData("networking.k8s.io", "ingressclasses", """ "spec":{"controller":"c","parameters":{"apiGroup":"g","kind":"K","name":"n"}} """, """["x","c","K.g/n","5m"]""")]
    [InlineData("networking.k8s.io", "ipaddresses", """ "spec":{"parentRef":{"group":"","resource":"services","namespace":"n","name":"s"}} """, """["x","services/n/s","5m"]""")]
    [InlineData("", "nodes", """ "spec":{},"status":{"conditions":[{"type":"Ready","status":"True"}],"addresses":[{"type":"InternalIP","address":"10.0.0.1"}],"nodeInfo":{"kubeletVersion":"v1.36.2","osImage":"Debian"}} """, """["x","Ready","<none>","5m","v1.36.2","10.0.0.1","<none>","Debian","<unknown>","<unknown>"]""")]
    [InlineData("", "persistentvolumes", """ "spec":{"capacity":{"storage":"5Gi"},"accessModes":["ReadWriteMany","ReadWriteOnce"],"persistentVolumeReclaimPolicy":"Retain","claimRef":{"namespace":"n","name":"c"},"storageClassName":"s","volumeMode":"Filesystem"},"status":{"phase":"Bound"} """, """["x","5Gi","RWO,RWX","Retain","Bound","n/c","s","<unset>","","5m","Filesystem"]""")]
    [InlineData("", "persistentvolumeclaims", """ "spec":{"accessModes":["ReadWriteOnce"]},"status":{"phase":"Pending"} """, """["x","Pending","","","","","<unset>","5m","<unset>"]""")]
    [InlineData("storage.k8s.io", "storageclasses", """ "provisioner":"p" """, """["x","p","Delete","Immediate",false,"5m"]""")]
    [InlineData("admissionregistration.k8s.io", "mutatingwebhookconfigurations", """ "webhooks":[{},{}] """, """["x",2,"5m"]""")]
    [InlineData("admissionregistration.k8s.io", "validatingadmissionpolicybindings", """ "spec":{"policyName":"p","paramRef":{"selector":{"matchLabels":{"a":"b"}}}} """, """["x","p","&LabelSelector{MatchLabels:map[string]string{a: b,},MatchExpressions:[]LabelSelectorRequirement{},}","5m"]""")]
    [InlineData("autoscaling", "horizontalpodautoscalers", """ "spec":{"scaleTargetRef":{"kind":"Deployment","name":"d"},"minReplicas":1,"maxReplicas":3,"metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"averageUtilization":80}}}]},"status":{"currentReplicas":2} """, """["x","Deployment/d","cpu: <unknown>/80%","1",3,2,"5m"]""")]
    [InlineData("events.k8s.io", "events", """ "eventTime":"2026-01-01T00:04:00.000000Z","note":" n ","reason":"R","type":"Normal","regarding":{"kind":"Pod","name":"p"},"reportingController":"c","reportingInstance":"i","series":{"count":3,"lastObservedTime":"2026-01-01T00:04:30.000000Z"} """, """["30s","Normal","R","pod/p","","c, i","n","60s",3,"x"]""")]
    [InlineData("flowcontrol.apiserver.k8s.io", "prioritylevelconfigurations", """ "spec":{"type":"Exempt"} """, """["x","Exempt","<none>","<none>","<none>","<none>","5m"]""")]
    public void An_object_is_shown_as_the_server_shows_it(string group, string plural, string members, string cells)
    {
        string body = string.IsNullOrWhiteSpace(members) ? Metadata : $"{Metadata},{members}";
        ApiResource resource = BuiltInKinds.All.Last(candidate => candidate.Group == group && candidate.Plural == plural);

        string written = Recording.Text(writer => TableFormat.Of(resource).WriteCells(JsonTree.Parse($"{{{body}}}").Root, Now, writer));

        Assert.Equal(cells, written);
    }

    [Fact]
    public void Every_column_has_a_cell_but_the_age_of_addresses_has_no_column()
    {
        foreach (ApiResource resource in BuiltInKinds.All)
        {
            TableFormat format = TableFormat.Of(resource);
            JsonTree cells = JsonTree.Parse(Recording.Text(writer => format.WriteCells(JsonTree.Parse("{}").Root, Now, writer)));

            Assert.Equal(format.Columns.Length + (resource.Kind == "IPAddress" ? 1 : 0), cells.Root.Count);
            Assert.All(format.Columns, column => Assert.NotEmpty(column.Name));
        }
    }

    [Fact]
    public void A_kind_without_a_table_of_its_own_has_no_rows_where_there_are_no_objects()
    {
        TableWriter table = new(TableFormat.Of(Definitions.BuiltIn("rbac.authorization.k8s.io", "v1", "roles")), "v1", hasColumns: false);

        string written = Recording.Text(writer => table.Write(new ListMetadata("5"), [], Now, writer));

        Assert.Equal("""{"kind":"Table","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"5"},"columnDefinitions":null,"rows":null}""", written);
    }

    [Fact]
    public void The_scale_of_a_built_in_kind_is_shown_with_what_is_wanted_and_there()
    {
        TableFormat format = TableFormat.Of(Definitions.BuiltIn("apps", "v1", "deployments"), "scale");

        string cells = Recording.Text(writer => format.WriteCells(JsonTree.Parse("""{"metadata":{"name":"d"},"spec":{"replicas":2},"status":{"replicas":1}}""").Root, Now, writer));

        Assert.Equal(["Name", "Desired", "Available", "Age"], format.Columns.Select(column => column.Name));
        Assert.Equal("""["d",2,1,"<unknown>"]""", cells);
    }

    [Fact]
    public void A_pod_that_has_ended_marks_its_row()
    {
        TableWriter table = new(TableFormat.Of(Definitions.BuiltIn("", "v1", "pods")), "v1", IncludedObject.None, hasColumns: false);

        string written = Recording.Text(writer => table.Write(JsonTree.Parse("""{"metadata":{"name":"p"},"status":{"phase":"Failed"}}""").Root, Now, writer));

        Assert.Contains(""","conditions":[{"type":"Completed","status":"True","reason":"Failed","message":"The pod failed."}],"object":null}""", written, StringComparison.Ordinal);
    }
}
