using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of Ingresses: hosts, paths, and what answers them. Source: <c>pkg/apis/networking/validation</c>.</summary>
internal static class IngressRules
{
    private const string ClassAnnotation = "kubernetes.io/ingress.class";

    private static readonly string[] PathTypes = ["Exact", "ImplementationSpecific", "Prefix"];
    private static readonly string[] UnwantedParts = ["//", "/./", "/../", "%2f", "%2F"];
    private static readonly string[] UnwantedEnds = ["/..", "/."];

    /// <summary>The rules; that a class is named only once is asked of new ones.</summary>
    public static KindRules Rules { get; } = new()
    {
        UpdateRepeatsCreate = false,
        Create = (value, causes) =>
        {
            Spec(value["spec"u8], causes);
            JsonValue annotation = value["metadata"u8]["annotations"u8][ClassAnnotation];
            if (!annotation.IsAbsent && !value["spec"u8]["ingressClassName"u8].IsAbsent)
            {
                causes.Add(FieldError.Invalid(
                    $"annotations.{ClassAnnotation}", FixedField.Show(annotation), "can not be set when the class field is also set"));
            }
        },
        Update = (value, _, causes) => Spec(value["spec"u8], causes),
    };

    private static void Spec(JsonValue spec, List<StatusCause> causes)
    {
        if (spec["rules"u8].Count == 0 && spec["defaultBackend"u8].IsAbsent)
        {
            causes.Add(FieldError.Invalid("spec", FixedField.Show(spec["rules"u8]), "either `defaultBackend` or `rules` must be specified"));
        }

        if (!spec["defaultBackend"u8].IsAbsent)
        {
            Backend(spec["defaultBackend"u8], "spec.defaultBackend", causes);
        }

        foreach ((int index, JsonValue rule) in spec["rules"u8].Items().Index())
        {
            Host(rule["host"u8].AsString() ?? "", $"spec.rules[{index}].host", causes);
            if (rule["http"u8].IsAbsent)
            {
                continue;
            }

            // Whichever rule it is, the server names the first.
            const string Http = "spec.rules[0].http.paths";
            if (rule["http"u8]["paths"u8].Count == 0)
            {
                causes.Add(FieldError.Required(Http));
            }

            foreach ((int place, JsonValue path) in rule["http"u8]["paths"u8].Items().Index())
            {
                Path(path, $"{Http}[{place}]", causes);
            }
        }

        if (!spec["ingressClassName"u8].IsAbsent)
        {
            FieldRules.Text(spec["ingressClassName"u8], "spec.ingressClassName", DnsSubdomain.Problems, causes);
        }
    }

    private static void Host(string host, string field, List<StatusCause> causes)
    {
        if (host.Length == 0 || host.Contains('*', StringComparison.Ordinal))
        {
            return;
        }

        if (IpAddress.IsAddress(host, allowsZeros: true, out _))
        {
            causes.Add(FieldError.Invalid(field, host, "must be a DNS name, not an IP address"));
        }

        causes.AddRange(DnsSubdomain.Problems(host).Select(problem => FieldError.Invalid(field, host, problem)));
    }

    private static void Path(JsonValue path, string field, List<StatusCause> causes)
    {
        string type = path["pathType"u8].AsString() ?? "";
        string text = path["path"u8].AsString() ?? "";
        bool isPlain = type is "Exact" or "Prefix";
        if (path["pathType"u8].IsAbsent)
        {
            causes.Add(FieldError.Required(field + ".pathType", "pathType must be specified"));
            return;
        }

        FieldRules.OneOf(path["pathType"u8], field + ".pathType", PathTypes, causes);
        if ((isPlain || (type == "ImplementationSpecific" && text.Length > 0)) && !text.StartsWith('/'))
        {
            causes.Add(FieldError.Invalid(field + ".path", text, "must be an absolute path"));
        }

        if (isPlain)
        {
            causes.AddRange(UnwantedParts.Where(part => text.Contains(part, StringComparison.Ordinal))
                .Select(part => FieldError.Invalid(field + ".path", text, $"must not contain '{part}'")));
            causes.AddRange(UnwantedEnds.Where(end => text.EndsWith(end, StringComparison.Ordinal))
                .Select(end => FieldError.Invalid(field + ".path", text, $"cannot end with '{end}'")));
        }

        Backend(path["backend"u8], field + ".backend", causes);
    }

    private static void Backend(JsonValue backend, string field, List<StatusCause> causes)
    {
        JsonValue service = backend["service"u8];
        switch (service.IsAbsent, backend["resource"u8].IsAbsent)
        {
            case (true, true):
                causes.Add(FieldError.Invalid(field, "", "resource or service backend is required"));
                break;
            case (false, false):
                causes.Add(FieldError.Invalid(field, "", "cannot set both resource and service backends"));
                break;
            case (false, true):
                if (FieldRules.Required(service["name"u8], field + ".service.name", causes))
                {
                    FieldRules.Text(service["name"u8], field + ".service.name", DnsLabel.Problems, causes);
                }

                Port(service["port"u8], field, causes);
                break;
        }
    }

    private static void Port(JsonValue port, string field, List<StatusCause> causes)
    {
        bool isNamed = port["name"u8].AsString() is { Length: > 0 };
        bool isNumbered = port["number"u8].TryGetInt64(out long number) && number != 0;
        switch (isNamed, isNumbered)
        {
            case (true, true):
                causes.Add(FieldError.Invalid(field, "", "cannot set both port name & port number"));
                break;
            case (true, false):
                FieldRules.Text(port["name"u8], field + ".service.port.name", PortName.Problems, causes);
                break;
            case (false, true):
                PortRules.Number(port["number"u8], field + ".service.port.number", causes);
                break;
            default:
                causes.Add(FieldError.Required(field, "port name or number is required"));
                break;
        }
    }
}
