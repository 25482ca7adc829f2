using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of containers: names, images, ports, variables, resources.</summary>
internal static class ContainerRules
{
    private static readonly string[] PullPolicies = ["Always", "IfNotPresent", "Never"];
    private static readonly string[] MessagePolicies = ["FallbackToLogsOnError", "File"];
    private static readonly string[] Protocols = ["SCTP", "TCP", "UDP"];

    /// <summary>Looks at the containers of one list.</summary>
    /// <param name="containers">The list.</param>
    /// <param name="field">Its path.</param>
    /// <param name="volumes">The names of the pod's volumes.</param>
    /// <param name="names">The names of containers met before, which these join.</param>
    /// <param name="causes">What is wrong comes here.</param>
    public static void Check(JsonValue containers, string field, HashSet<string> volumes, HashSet<string> names, List<StatusCause> causes)
    {
        foreach ((int index, JsonValue container) in containers.Items().Index())
        {
            CheckOne(container, $"{field}[{index}]", volumes, names, causes);
        }
    }

    /// <summary>Looks at one container.</summary>
    /// <param name="container">The container.</param>
    /// <param name="field">Its path.</param>
    /// <param name="volumes">The names of the pod's volumes.</param>
    /// <param name="names">The names of containers met before, which its name joins.</param>
    /// <param name="causes">What is wrong comes here.</param>
    public static void CheckOne(JsonValue container, string field, HashSet<string> volumes, HashSet<string> names, List<StatusCause> causes)
    {
        One(container, field, volumes, causes);
        string name = container["name"u8].AsString() ?? "";
        if (name.Length > 0 && !names.Add(name))
        {
            causes.Add(FieldError.Duplicate(field + ".name", name));
        }
    }

    /// <summary>An image must be named, without spaces around it.</summary>
    public static void Image(JsonValue container, string field, List<StatusCause> causes)
    {
        string image = container["image"u8].AsString() ?? "";
        if (image.Length == 0)
        {
            causes.Add(FieldError.Required(field));
        }
        else if (image.Trim().Length != image.Length)
        {
            causes.Add(FieldError.Invalid(field, image, "must not have leading or trailing whitespace"));
        }
    }

    private static void One(JsonValue container, string field, HashSet<string> volumes, List<StatusCause> causes)
    {
        if (FieldRules.Required(container["name"u8], field + ".name", causes))
        {
            FieldRules.Text(container["name"u8], field + ".name", DnsLabel.Problems, causes);
        }

        Image(container, field + ".image", causes);
        FieldRules.OneOf(container["terminationMessagePolicy"u8], field + ".terminationMessagePolicy", MessagePolicies, causes);
        Ports(container["ports"u8], field + ".ports", causes);
        foreach ((int index, JsonValue variable) in container["env"u8].Items().Index())
        {
            string path = $"{field}.env[{index}].name";
            if (FieldRules.Required(variable["name"u8], path, causes))
            {
                FieldRules.Text(variable["name"u8], path, EnvVarName.Problems, causes);
            }
        }

        Mounts(container["volumeMounts"u8], field + ".volumeMounts", volumes, causes);
        FieldRules.OneOf(container["imagePullPolicy"u8], field + ".imagePullPolicy", PullPolicies, causes);
        Resources(container["resources"u8], field + ".resources", causes);
    }

    private static void Ports(JsonValue ports, string field, List<StatusCause> causes)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach ((int index, JsonValue port) in ports.Items().Index())
        {
            string path = $"{field}[{index}]";
            if (port["name"u8].AsString() is { Length: > 0 } name)
            {
                IReadOnlyList<string> problems = PortName.Problems(name);
                causes.AddRange(problems.Select(problem => FieldError.Invalid(path + ".name", name, problem)));
                if (problems.Count == 0 && !names.Add(name))
                {
                    causes.Add(FieldError.Duplicate(path + ".name", name));
                }
            }

            if (!port["containerPort"u8].TryGetInt64(out long number) || number == 0)
            {
                causes.Add(FieldError.Required(path + ".containerPort"));
            }
            else
            {
                PortRules.Number(port["containerPort"u8], path + ".containerPort", causes);
            }

            FieldRules.OneOf(port["protocol"u8], path + ".protocol", Protocols, causes);
        }
    }

    private static void Mounts(JsonValue mounts, string field, HashSet<string> volumes, List<StatusCause> causes)
    {
        HashSet<string> paths = new(StringComparer.Ordinal);
        foreach ((int index, JsonValue mount) in mounts.Items().Index())
        {
            string path = $"{field}[{index}]";
            string name = mount["name"u8].AsString() ?? "";
            if (FieldRules.Required(mount["name"u8], path + ".name", causes) && !volumes.Contains(name))
            {
                causes.Add(FieldError.NotFound(path + ".name", name));
            }

            FieldRules.Required(mount["mountPath"u8], path + ".mountPath", causes);
            if (mount["mountPath"u8].AsString() is { } place && !paths.Add(place))
            {
                causes.Add(FieldError.Invalid(path + ".mountPath", place, "must be unique"));
            }
        }
    }

    private static void Resources(JsonValue resources, string field, List<StatusCause> causes)
    {
        foreach ((string name, JsonValue value) in resources["limits"u8].Members())
        {
            Amount(value, $"{field}.limits[{name}]", causes);
        }

        foreach ((string name, JsonValue value) in resources["requests"u8].Members())
        {
            Amount(value, $"{field}.requests[{name}]", causes);
            if (FieldRules.Amount(value) is { } request && FieldRules.Amount(resources["limits"u8][name]) is { } limit && request > limit)
            {
                causes.Add(FieldError.Invalid(field + ".requests", request.ToString(), $"must be less than or equal to {name} limit of {limit}"));
            }
        }
    }

    private static void Amount(JsonValue value, string field, List<StatusCause> causes)
    {
        if (FieldRules.Amount(value) is { Sign: < 0 } amount)
        {
            causes.Add(FieldError.Invalid(field, amount.ToString(), FieldRules.Negative));
        }
    }
}
