using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of the ports of Services. Source: <c>ValidateService</c> of <c>pkg/apis/core/validation</c>.</summary>
internal static class ServicePortRules
{
    private const int FirstNodePort = 30000;
    private const int LastNodePort = 32767;

    private static readonly string[] Protocols = ["SCTP", "TCP", "UDP"];

    /// <summary>Looks at them.</summary>
    /// <param name="spec">The <c>spec</c> of a Service.</param>
    /// <param name="causes">Gets what is wrong.</param>
    public static void Check(JsonValue spec, List<StatusCause> causes)
    {
        JsonValue[] ports = [.. spec["ports"u8].Items()];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((int index, JsonValue port) in ports.Index())
        {
            One(port, $"spec.ports[{index}]", ports.Length > 1, names, causes);
        }

        NodePorts(ports, spec["type"u8].AsString() == "ClusterIP", causes);
        HashSet<(string, string)> seen = [];
        foreach ((int index, JsonValue port) in ports.Index())
        {
            if (!seen.Add((port["protocol"u8].ToString(), port["port"u8].ToString())))
            {
                causes.Add(FieldError.Duplicate($"spec.ports[{index}]", Shown(port)));
            }
        }
    }

    private static void One(JsonValue port, string field, bool needsName, HashSet<string> names, List<StatusCause> causes)
    {
        string name = port["name"u8].AsString() ?? "";
        if (name.Length == 0)
        {
            if (needsName)
            {
                causes.Add(FieldError.Required(field + ".name"));
            }
        }
        else
        {
            causes.AddRange(DnsLabel.Problems(name).Select(problem => FieldError.Invalid(field + ".name", name, problem)));
            if (!names.Add(name))
            {
                causes.Add(FieldError.Duplicate(field + ".name", name));
            }
        }

        PortRules.Number(port["port"u8], field + ".port", causes);
        if (FieldRules.Required(port["protocol"u8], field + ".protocol", causes))
        {
            FieldRules.OneOf(port["protocol"u8], field + ".protocol", Protocols, causes);
        }

        PortRules.NumberOrName(port["targetPort"u8], field + ".targetPort", causes);
    }

    private static void NodePorts(JsonValue[] ports, bool isInside, List<StatusCause> causes)
    {
        HashSet<(string, long)> seen = [];
        foreach ((int index, JsonValue port) in ports.Index())
        {
            string field = $"spec.ports[{index}].nodePort";
            if (!port["nodePort"u8].TryGetInt64(out long number) || number == 0)
            {
                continue;
            }

            if (isInside)
            {
                causes.Add(FieldError.Forbidden(field, "may not be used when `type` is 'ClusterIP'"));
            }
            else if (number is < FirstNodePort or > LastNodePort)
            {
                causes.Add(FieldError.Invalid(
                    field, number, $"provided port is not in the valid range. The range of valid ports is {FirstNodePort}-{LastNodePort}"));
            }

            if (!seen.Add((port["protocol"u8].ToString(), number)))
            {
                causes.Add(FieldError.Duplicate(field, number));
            }
        }
    }

    /// <summary>What ports are told apart by, as Go writes the internal type, which has no tags.</summary>
    private static BadValue Shown(JsonValue port) => BadValue.Json(
        $"{{\"Name\":\"\",\"Protocol\":{port["protocol"u8]},\"AppProtocol\":null,\"Port\":{port["port"u8]},\"TargetPort\":0,\"NodePort\":0}}");
}
