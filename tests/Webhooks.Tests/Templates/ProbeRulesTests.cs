using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class ProbeRulesTests
{
    private const string NoLetter = "must contain at least one letter (a-z)";

    [Theory]
    [InlineData("livenessProbe: §{}", "livenessProbe: Required value: must specify a handler type")]
    [InlineData("livenessProbe: {tcpSocket: §{port: 1}, exec: {command: [a]}}", "livenessProbe.tcpSocket: Forbidden: may not specify more than 1 handler type")]
    [InlineData("livenessProbe: {exec: §{}}", "livenessProbe.exec.command: Required value")]
    [InlineData("livenessProbe: {httpGet: §{path: /}}", "livenessProbe.httpGet.port: Required value")]
    [InlineData("livenessProbe: {httpGet: {port: §0}}", "livenessProbe.httpGet.port: Required value")]
    [InlineData("livenessProbe: {httpGet: {port: §65536}}", "livenessProbe.httpGet.port: Invalid value: 65536: must be between 1 and 65535, inclusive")]
    [InlineData("livenessProbe: {httpGet: {port: §'8080'}}", "livenessProbe.httpGet.port: Invalid value: \"8080\": " + NoLetter + "; remove the quotes, they make a name of the number")]
    [InlineData("livenessProbe: {httpGet: {port: 1, scheme: §http}}", "livenessProbe.httpGet.scheme: Unsupported value: \"http\": supported values: \"HTTP\", \"HTTPS\"; did you mean \"HTTP\"?")]
    [InlineData(
        "livenessProbe: {httpGet: {port: 1, httpHeaders: [{name: §'X Y', value: z}]}}",
        "livenessProbe.httpGet.httpHeaders[0].name: Invalid value: \"X Y\": a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')")]
    [InlineData("readinessProbe: {grpc: §{}}", "readinessProbe.grpc.port: Required value")]
    [InlineData("readinessProbe: {tcpSocket: {port: http}, periodSeconds: §-1}", "readinessProbe.periodSeconds: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("readinessProbe: {tcpSocket: {port: http}, periodSeconds: §3000000000}", "readinessProbe.periodSeconds: must be an integer of 32 bits")]
    [InlineData("livenessProbe: {tcpSocket: {port: http}, successThreshold: §2}", "livenessProbe.successThreshold: Invalid value: 2: must be 1")]
    [InlineData("startupProbe: {tcpSocket: {port: http}, successThreshold: §2}", "startupProbe.successThreshold: Invalid value: 2: must be 1")]
    [InlineData("livenessProbe: {tcpSocket: {port: http}, terminationGracePeriodSeconds: §0}", "livenessProbe.terminationGracePeriodSeconds: Invalid value: 0: must be greater than 0")]
    [InlineData("readinessProbe: {tcpSocket: {port: http}, terminationGracePeriodSeconds: §1}", "readinessProbe.terminationGracePeriodSeconds: Invalid value: 1: must not be set for readinessProbes; remove it")]
    [InlineData("lifecycle: {preStop: §{}}", "lifecycle.preStop: Required value: must specify a handler type")]
    [InlineData("lifecycle: {preStop: {sleep: {seconds: §-1}}}", "lifecycle.preStop.sleep.seconds: Invalid value: -1: must be greater than or equal to 0")]
    [InlineData("lifecycle: {postStart: {exec: {command: [a]}, httpGet: §{port: 1}}}", "lifecycle.postStart.httpGet: Forbidden: may not specify more than 1 handler type")]
    [InlineData("lifecycle: {stopSignal: §SIGTEM}", "lifecycle.stopSignal: Invalid value: \"SIGTEM\": must be a signal of Linux or Windows; did you mean \"SIGTERM\"?")]
    [InlineData("lifecycle: {§prestop: {}}", "lifecycle.prestop: unknown field; did you mean \"preStop\"?")]
    public void Probes_and_hooks(string fragment, string message) => Refuses(Container(fragment), "containers[0]." + message);

    [Theory]
    [InlineData("livenessProbe: {httpGet: {port: http, path: '', scheme: ''}, timeoutSeconds: 0, successThreshold: 0}")]
    [InlineData("readinessProbe: {exec: {command: [a]}, successThreshold: 3}")]
    [InlineData("startupProbe: {grpc: {port: 1}, terminationGracePeriodSeconds: 3000000000}")]
    [InlineData("livenessProbe: {exec: null, tcpSocket: {port: 80, host: h}}")]
    [InlineData("livenessProbe: null, lifecycle: {}")]
    [InlineData("lifecycle: {preStop: {sleep: {seconds: 0}}, stopSignal: SIGRTMIN+3}")]
    public void Probes_that_are_fine(string fragment) => Accepts(Container(fragment));

    [Fact]
    public void Native_sidecars_have_probes_and_hooks() =>
        Accepts(InitContainer("restartPolicy: Always, startupProbe: {tcpSocket: {port: 80}}, lifecycle: {preStop: {sleep: {seconds: 1}}}") + "\nterminationGracePeriodSeconds: 1");

    [Fact]
    public void A_hook_sleeps_no_longer_than_any_pod_with_the_template_has_for_its_end()
    {
        const string Message = "containers[0].lifecycle.preStop.sleep.seconds: Invalid value: 5: must be less than or equal to terminationGracePeriodSeconds, whatever the workload says about it; set the template's own terminationGracePeriodSeconds to 5 or more";
        Refuses(Container("lifecycle: {preStop: {sleep: {seconds: §5}}}"), Message);
        Refuses(Container("lifecycle: {preStop: {sleep: {seconds: §5}}}") + "\nterminationGracePeriodSeconds: 4", Message);
        Accepts(Container("lifecycle: {preStop: {sleep: {seconds: 5}}, postStart: {sleep: {seconds: 1}}}") + "\nterminationGracePeriodSeconds: 5");
    }

    [Fact]
    public void A_grace_period_is_no_negative_time()
    {
        Refuses(Container("tty: true") + "\nterminationGracePeriodSeconds: §-1", "terminationGracePeriodSeconds: Invalid value: -1: must be greater than or equal to 0");
        Accepts("terminationGracePeriodSeconds: 0");
        Accepts("terminationGracePeriodSeconds: 5000000000");
    }
}
