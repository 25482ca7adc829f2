using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of Services: ports, types, and addresses that stay.</summary>
internal static class ServiceRules
{
    private static readonly string[] Types = ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"];
    private static readonly string[] Affinities = ["ClientIP", "None"];

    /// <summary>The rules.</summary>
    public static KindRules Rules { get; } = new()
    {
        Name = NameRules.Label,
        Create = Check,
        Update = Update,
    };

    private static void Check(JsonValue value, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        JsonValue ports = spec["ports"u8];
        string type = spec["type"u8].AsString() ?? "";
        bool isHeadless = spec["clusterIP"u8].AsString() == "None";
        if (ports.Count == 0 && !isHeadless && type != "ExternalName")
        {
            causes.Add(FieldError.Required("spec.ports"));
        }

        if (type == "LoadBalancer" && isHeadless)
        {
            causes.Add(FieldError.Invalid("spec.clusterIPs[0]", "None", "may not be set to 'None' for LoadBalancer services"));
        }

        if (type == "NodePort" && isHeadless)
        {
            causes.Add(FieldError.Invalid("spec.clusterIPs[0]", "None", "may not be set to 'None' for NodePort services"));
        }

        if (type == "ExternalName")
        {
            External(spec, causes);
        }

        ServicePortRules.Check(spec, causes);
        causes.AddRange(ObjectMetaRules.Labels(spec["selector"u8], "spec.selector"));
        FieldRules.OneOf(spec["sessionAffinity"u8], "spec.sessionAffinity", Affinities, causes);
        FieldRules.OneOf(spec["type"u8], "spec.type", Types, causes);
    }

    private static void External(JsonValue spec, List<StatusCause> causes)
    {
        if (!string.IsNullOrEmpty(spec["clusterIP"u8].AsString()))
        {
            causes.Add(FieldError.Forbidden("spec.clusterIPs[0]", "may not be set for ExternalName services"));
        }

        string name = spec["externalName"u8].AsString() ?? "";
        string host = name.EndsWith('.') ? name[..^1] : name;
        if (host.Length == 0)
        {
            causes.Add(FieldError.Required("spec.externalName"));
        }
        else
        {
            causes.AddRange(DnsSubdomain.Problems(host).Select(problem => FieldError.Invalid("spec.externalName", host, problem)));
        }
    }

    private static void Update(JsonValue value, JsonValue old, List<StatusCause> causes)
    {
        JsonValue now = value["spec"u8];
        JsonValue before = old["spec"u8];
        bool stays = now["type"u8].AsString() != "ExternalName" && before["type"u8].AsString() != "ExternalName";
        if (stays && before["clusterIP"u8].AsString() is { Length: > 0 } address && now["clusterIP"u8].AsString() != address)
        {
            causes.Add(FieldError.Invalid("spec.clusterIPs[0]", FixedField.Show(now["clusterIPs"u8]), "may not change once set"));
        }
    }
}
