using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of Roles and ClusterRoles. Source: <c>pkg/apis/rbac/validation</c>.</summary>
internal static class RoleRules
{
    /// <summary>The rules of Roles.</summary>
    public static KindRules Namespaced { get; } = new()
    {
        Name = NameRules.PathSegment,
        Create = (value, causes) => Check(value, isNamespaced: true, causes),
    };

    /// <summary>The rules of ClusterRoles.</summary>
    public static KindRules OfCluster { get; } = new()
    {
        Name = NameRules.PathSegment,
        Create = (value, causes) =>
        {
            Check(value, isNamespaced: false, causes);
            Aggregation(value["aggregationRule"u8], causes);
        },
    };

    private static void Check(JsonValue value, bool isNamespaced, List<StatusCause> causes)
    {
        foreach ((int index, JsonValue rule) in value["rules"u8].Items().Index())
        {
            One(rule, $"rules[{index}]", isNamespaced, causes);
        }
    }

    private static void One(JsonValue rule, string field, bool isNamespaced, List<StatusCause> causes)
    {
        if (rule["verbs"u8].Count == 0)
        {
            causes.Add(FieldError.Required(field + ".verbs", "verbs must contain at least one value"));
        }

        JsonValue urls = rule["nonResourceURLs"u8];
        if (urls.Count > 0)
        {
            if (isNamespaced)
            {
                causes.Add(FieldError.Invalid(field + ".nonResourceURLs", BadValue.Json(urls.ToString()), "namespaced rules cannot apply to non-resource URLs"));
            }

            if (rule["apiGroups"u8].Count + rule["resources"u8].Count + rule["resourceNames"u8].Count > 0)
            {
                causes.Add(FieldError.Invalid(
                    field + ".nonResourceURLs", BadValue.Json(urls.ToString()), "rules cannot apply to both regular resources and non-resource URLs"));
            }

            return;
        }

        if (rule["apiGroups"u8].Count == 0)
        {
            causes.Add(FieldError.Required(field + ".apiGroups", "resource rules must supply at least one api group"));
        }

        if (rule["resources"u8].Count == 0)
        {
            causes.Add(FieldError.Required(field + ".resources", "resource rules must supply at least one resource"));
        }
    }

    private static void Aggregation(JsonValue aggregation, List<StatusCause> causes)
    {
        if (aggregation.IsAbsent)
        {
            return;
        }

        JsonValue selectors = aggregation["clusterRoleSelectors"u8];
        if (selectors.Count == 0)
        {
            causes.Add(FieldError.Required(
                "aggregationRule.clusterRoleSelectors", "at least one clusterRoleSelector required if aggregationRule is non-nil"));
        }

        foreach ((int index, JsonValue selector) in selectors.Items().Index())
        {
            LabelSelector.Read(selector, $"aggregationRule.clusterRoleSelectors[{index}]", out var problems);
            causes.AddRange(problems);
        }
    }
}
