using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class PortRulesTests
{
    [Theory]
    [InlineData("[§{name: http}]", "[0].containerPort: Required value")]
    [InlineData("[{containerPort: §70000}]", "[0].containerPort: Invalid value: 70000: must be between 1 and 65535, inclusive")]
    [InlineData("[{containerPort: §-1}]", "[0].containerPort: Invalid value: -1: must be between 1 and 65535, inclusive")]
    [InlineData("[{containerPort: §'80'}]", "[0].containerPort: must be an integer; remove the quotes")]
    [InlineData("[{containerPort: §8e99}]", "[0].containerPort: must be an integer")]
    [InlineData("[{containerPort: §80.5}]", "[0].containerPort: must be an integer")]
    [InlineData("[{containerPort: §5000000000}]", "[0].containerPort: must be an integer of 32 bits")]
    [InlineData("[{containerPort: 80, hostPort: §65536}]", "[0].hostPort: Invalid value: 65536: must be between 1 and 65535, inclusive")]
    [InlineData("[{containerPort: 80, protocol: §tcp}]", "[0].protocol: Unsupported value: \"tcp\": supported values: \"SCTP\", \"TCP\", \"UDP\"; did you mean \"TCP\"?")]
    [InlineData("[{containerPort: 80, name: §§HTTP}]", "[0].name: Invalid value: \"HTTP\": must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)", "[0].name: Invalid value: \"HTTP\": must contain at least one letter (a-z)")]
    [InlineData("[{containerPort: 80, name: §averylongportname}]", "[0].name: Invalid value: \"averylongportname\": must be no more than 15 characters")]
    [InlineData("[{containerPort: 80, name: a}, {containerPort: 81, name: §a}]", "[1].name: Duplicate value: \"a\"; containers[0].ports[0].name has it too, change one of them")]
    [InlineData("[{containerPort: 80}, {containerPort: §80, protocol: TCP}]", "[1].containerPort: Duplicate value: \"80/TCP\"; containers[0].ports[0].containerPort has it too, change one of them")]
    [InlineData("[{containerPort: 80, hostPort: 1}, {containerPort: 81, hostPort: §1}]", "[1].hostPort: Duplicate value: \"TCP//1\"; containers[0].ports[0].hostPort has it too, change one of them")]
    [InlineData("[§80]", "[0]: must be an object")]
    public void Ports_of_a_container(string ports, params string[] messages) =>
        Refuses(Container("ports: " + ports), [.. messages.Select(message => "containers[0].ports" + message)]);

    [Theory]
    [InlineData("[{containerPort: 80}, {containerPort: 80, protocol: UDP}]")]
    [InlineData("[{containerPort: 80, hostPort: 1, hostIP: 10.0.0.1}, {containerPort: 81, hostPort: 1, hostIP: 10.0.0.2}]")]
    [InlineData("[{containerPort: 80, hostPort: 0, protocol: '', name: ''}]")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Ports_that_are_fine(string ports) => Accepts(Container("ports: " + ports));

    [Fact]
    public void Containers_side_by_side_do_not_listen_on_the_same_port() => Refuses(
        "containers: [{name: a, image: i, ports: [{containerPort: 80}]}, {name: b, image: i, ports: [{containerPort: §80}]}]",
        "containers[1].ports[0].containerPort: Duplicate value: \"80/TCP\"; containers[0].ports[0].containerPort has it too, change one of them");

    [Fact]
    public void A_native_sidecar_runs_beside_the_containers_and_the_later_init_containers() => Refuses(
        """
        initContainers:
        - {name: before, image: i, ports: [{containerPort: 80}]}
        - {name: sidecar, image: i, restartPolicy: Always, ports: [{containerPort: 80}]}
        - {name: later, image: i, ports: [{containerPort: §80}]}
        containers:
        - {name: a, image: i, ports: [{containerPort: §80}]}
        """,
        "initContainers[2].ports[0].containerPort: Duplicate value: \"80/TCP\"; initContainers[1].ports[0].containerPort has it too, change one of them",
        "containers[0].ports[0].containerPort: Duplicate value: \"80/TCP\"; initContainers[1].ports[0].containerPort has it too, change one of them");

    [Fact]
    public void Plain_init_containers_run_alone() => Accepts(
        """
        initContainers:
        - {name: a, image: i, ports: [{containerPort: 80, hostPort: 80}]}
        - {name: b, image: i, ports: [{containerPort: 80, hostPort: 80}]}
        containers:
        - {name: c, image: i, ports: [{containerPort: 80, hostPort: 80}]}
        """);
}
