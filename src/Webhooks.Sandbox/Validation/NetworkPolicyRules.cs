using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of NetworkPolicies. Source: <c>pkg/apis/networking/validation</c>.</summary>
internal static class NetworkPolicyRules
{
    private static readonly string[] Protocols = ["TCP", "UDP", "SCTP"];
    private static readonly string[] Types = ["Ingress", "Egress"];

    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new()
    {
        UpdateRepeatsCreate = false,
        Create = Check,
        Update = (value, _, causes) => Check(value, causes),
    };

    private static void Check(JsonValue value, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        Selector(spec["podSelector"u8], "spec.podSelector", causes);
        Direction(spec["ingress"u8], "spec.ingress", "from", causes);
        Direction(spec["egress"u8], "spec.egress", "to", causes);
        JsonValue types = spec["policyTypes"u8];
        if (types.Count > Types.Length)
        {
            causes.Add(FieldError.Invalid("spec.policyTypes", BadValue.Json(types.ToString()), "may not specify more than two policyTypes"));
            return;
        }

        foreach ((int index, JsonValue type) in types.Items().Index())
        {
            FieldRules.OneOf(type, $"spec.policyTypes[{index}]", Types, causes);
        }
    }

    private static void Direction(JsonValue rules, string field, string peers, List<StatusCause> causes)
    {
        foreach ((int index, JsonValue rule) in rules.Items().Index())
        {
            foreach ((int place, JsonValue port) in rule["ports"u8].Items().Index())
            {
                Port(port, $"{field}[{index}].ports[{place}]", causes);
            }

            foreach ((int place, JsonValue peer) in rule[peers].Items().Index())
            {
                Peer(peer, $"{field}[{index}].{peers}[{place}]", causes);
            }
        }
    }

    private static void Port(JsonValue port, string field, List<StatusCause> causes)
    {
        FieldRules.OneOf(port["protocol"u8], field + ".protocol", Protocols, causes);
        JsonValue number = port["port"u8];
        if (!number.IsAbsent)
        {
            PortRules.NumberOrName(number, field + ".port", causes);
        }

        if (!port["endPort"u8].TryGetInt64(out long end))
        {
            return;
        }

        if (number.IsAbsent)
        {
            causes.Add(FieldError.Invalid(field + ".endPort", end, "may not be specified when `port` is not specified"));
        }
        else if (!number.TryGetInt64(out long start))
        {
            causes.Add(FieldError.Invalid(field + ".endPort", end, "may not be specified when `port` is non-numeric"));
        }
        else
        {
            if (end < start)
            {
                causes.Add(FieldError.Invalid(field + ".endPort", end, "must be greater than or equal to `port`"));
            }

            PortRules.Number(port["endPort"u8], field + ".endPort", causes);
        }
    }

    private static void Peer(JsonValue peer, string field, List<StatusCause> causes)
    {
        JsonValue pods = peer["podSelector"u8];
        JsonValue spaces = peer["namespaceSelector"u8];
        JsonValue block = peer["ipBlock"u8];
        Selector(pods, field + ".podSelector", causes);
        Selector(spaces, field + ".namespaceSelector", causes);
        if (!block.IsAbsent && string.IsNullOrEmpty(block["cidr"u8].AsString()))
        {
            causes.Add(FieldError.Required(field + ".ipBlock.cidr"));
        }

        if (pods.IsAbsent && spaces.IsAbsent && block.IsAbsent)
        {
            causes.Add(FieldError.Required(field, "must specify a peer"));
        }
        else if (!block.IsAbsent && !(pods.IsAbsent && spaces.IsAbsent))
        {
            causes.Add(FieldError.Forbidden(field, "may not specify both ipBlock and another peer"));
        }
    }

    private static void Selector(JsonValue selector, string field, List<StatusCause> causes)
    {
        if (!selector.IsAbsent)
        {
            LabelSelector.Read(selector, field, out var problems);
            causes.AddRange(problems);
        }
    }
}
