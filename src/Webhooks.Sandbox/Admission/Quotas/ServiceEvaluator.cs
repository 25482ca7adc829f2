using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;

namespace Webhooks.Sandbox.Admission.Quotas;

/// <summary>Counts Services, and of them the node ports and load balancers that they ask for.</summary>
internal sealed class ServiceEvaluator() : Evaluator(new GroupResource("", "services"))
{
    private const string Services = "services";
    private const string NodePorts = "services.nodeports";
    private const string LoadBalancers = "services.loadbalancers";

    /// <summary>The type as far as it matters: <c>NodePort</c>, <c>LoadBalancer</c> or nothing.</summary>
    public static string TypeOf(JsonValue service) => service["spec"u8]["type"u8].AsString() is { } type and ("NodePort" or "LoadBalancer") ? type : "";

    /// <inheritdoc />
    public override bool Tracks(string name) => name is Services or NodePorts or LoadBalancers || base.Tracks(name);

    /// <inheritdoc />
    public override bool Handles(string subresource, JsonValue next, JsonValue old) => subresource.Length == 0;

    /// <inheritdoc />
    public override ResourceList Usage(JsonValue value, DateTimeOffset now)
    {
        string type = TypeOf(value);
        JsonValue ports = value["spec"u8]["ports"u8];
        // Ports are counted by intent: they are given out later. Who suppresses them gets those that have a number.
        bool isSuppressed = type == "LoadBalancer" && value["spec"u8]["allocateLoadBalancerNodePorts"u8].Kind == JsonKind.False;
        int count = type.Length == 0 ? 0
            : isSuppressed ? ports.Items().Count(port => port["nodePort"u8].TryGetInt64(out long number) && number != 0)
            : ports.Count;
        return new ResourceList
        {
            [CountName] = One,
            [Services] = One,
            [NodePorts] = Quantity.FromInt64(count),
            [LoadBalancers] = type == "LoadBalancer" ? One : default,
        };
    }
}
