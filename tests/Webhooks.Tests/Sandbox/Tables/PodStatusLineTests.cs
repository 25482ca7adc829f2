using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Tables.Printers;
using Xunit;

namespace Webhooks.Tests.Sandbox.Tables;

public class PodStatusLineTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-01-01T01:00:00Z", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("""{"spec":{"containers":[{},{}]},"status":{"phase":"Running","containerStatuses":[{"ready":true,"restartCount":0,"state":{"running":{}}},{"ready":false,"restartCount":2,"state":{"waiting":{"reason":"CrashLoopBackOff"}},"lastState":{"terminated":{"finishedAt":"2026-01-01T00:55:00Z"}}}]}}""", "1/2", "CrashLoopBackOff", "2 (5m ago)")]
    [InlineData("""{"spec":{"containers":[{}]},"status":{"phase":"Failed","reason":"Evicted"}}""", "0/1", "Evicted", "0")]
    [InlineData("""{"spec":{"containers":[{}]},"status":{"phase":"Pending","conditions":[{"type":"PodScheduled","status":"False","reason":"SchedulingGated"}]}}""", "0/1", "SchedulingGated", "0")]
    [InlineData("""{"spec":{"containers":[{}],"initContainers":[{"name":"a"},{"name":"b"}]},"status":{"phase":"Pending","initContainerStatuses":[{"name":"a","restartCount":1,"state":{"terminated":{"exitCode":0}}},{"name":"b","state":{"running":{}}}]}}""", "0/1", "Init:1/2", "1")]
    [InlineData("""{"spec":{"containers":[{}],"initContainers":[{"name":"a"}]},"status":{"phase":"Pending","initContainerStatuses":[{"name":"a","state":{"waiting":{"reason":"PodInitializing"}}}]}}""", "0/1", "Init:0/1", "0")]
    [InlineData("""{"spec":{"containers":[{}],"initContainers":[{"name":"a"}]},"status":{"phase":"Pending","initContainerStatuses":[{"name":"a","state":{"waiting":{"reason":"ErrImagePull"}}}]}}""", "0/1", "Init:ErrImagePull", "0")]
    [InlineData("""{"spec":{"containers":[{}],"initContainers":[{"name":"a"}]},"status":{"phase":"Pending","initContainerStatuses":[{"name":"a","state":{"terminated":{"exitCode":3}}}]}}""", "0/1", "Init:ExitCode:3", "0")]
    [InlineData("""{"spec":{"containers":[{}],"initContainers":[{"name":"a"}]},"status":{"phase":"Pending","initContainerStatuses":[{"name":"a","state":{"terminated":{"exitCode":3,"signal":9}}}]}}""", "0/1", "Init:Signal:9", "0")]
    [InlineData("""{"spec":{"containers":[{}],"initContainers":[{"name":"s","restartPolicy":"Always"}]},"status":{"phase":"Running","initContainerStatuses":[{"name":"s","started":true,"ready":true,"restartCount":1,"state":{"running":{}}}],"containerStatuses":[{"ready":true,"restartCount":1,"state":{"running":{}}}]}}""", "2/2", "Running", "2")]
    [InlineData("""{"spec":{"containers":[{}],"initContainers":[{"name":"s","restartPolicy":"Always"}]},"status":{"phase":"Running","initContainerStatuses":[{"name":"s","started":true,"ready":false,"state":{"terminated":{"exitCode":1}}}],"containerStatuses":[{"ready":true,"state":{"running":{}}}]}}""", "1/2", "Running", "0")]
    [InlineData("""{"spec":{"containers":[{},{}]},"status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],"containerStatuses":[{"state":{"terminated":{"reason":"Completed","exitCode":0}}},{"ready":true,"state":{"running":{}}}]}}""", "1/2", "Running", "0")]
    [InlineData("""{"spec":{"containers":[{},{}]},"status":{"phase":"Running","containerStatuses":[{"state":{"terminated":{"reason":"Completed","exitCode":0}}},{"ready":true,"state":{"running":{}}}]}}""", "1/2", "NotReady", "0")]
    [InlineData("""{"spec":{"containers":[{}]},"status":{"phase":"Failed","containerStatuses":[{"state":{"terminated":{"exitCode":1}}}]}}""", "0/1", "ExitCode:1", "0")]
    [InlineData("""{"metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z"},"spec":{"containers":[{}]},"status":{"phase":"Running"}}""", "0/1", "Terminating", "0")]
    [InlineData("""{"metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z"},"spec":{"containers":[{}]},"status":{"phase":"Succeeded"}}""", "0/1", "Succeeded", "0")]
    [InlineData("""{"metadata":{"deletionTimestamp":"2026-01-01T00:00:00Z"},"spec":{"containers":[{}]},"status":{"phase":"Running","reason":"NodeLost"}}""", "0/1", "Unknown", "0")]
    [InlineData("{}", "0/0", "", "0")]
    public void A_pod_is_summed_up_as_the_server_does(string pod, string ready, string reason, string restarts)
    {
        PodStatusLine line = PodStatusLine.Of(JsonTree.Parse(pod).Root);

        Assert.Equal((ready, reason, restarts), ($"{line.Ready}/{line.Total}", line.Reason, line.Restarts(Now)));
    }
}
