using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of the scopes of ResourceQuotas: known ones, for resources that they are about, none beside its opposite.</summary>
internal static class QuotaScopeRules
{
    private const string ExistsOnly =
        "must be 'Exists' when scope is any of ResourceQuotaScopeTerminating, ResourceQuotaScopeNotTerminating, "
        + "ResourceQuotaScopeBestEffort, ResourceQuotaScopeNotBestEffort or ResourceQuotaScopeCrossNamespacePodAffinity";

    private static readonly string[] OfPods = ["pods", "cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory"];

    // What each is about, of what quotas have names for.
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["Terminating"] = OfPods,
        ["NotTerminating"] = OfPods,
        ["BestEffort"] = ["pods"],
        ["NotBestEffort"] = OfPods,
        ["PriorityClass"] = OfPods,
        ["CrossNamespacePodAffinity"] = OfPods,
        ["VolumeAttributesClass"] = ["persistentvolumeclaims", "requests.storage"],
    };

    /// <summary>Looks at the scopes of a quota's <c>spec</c>.</summary>
    /// <param name="spec">The <c>spec</c>.</param>
    /// <param name="standard">The names of what it limits, as far as they are Kubernetes' own.</param>
    /// <param name="causes">Gets what is wrong.</param>
    public static void Check(JsonValue spec, IReadOnlyList<string> standard, List<StatusCause> causes)
    {
        JsonValue scopes = spec["scopes"u8];
        string[] listed = [.. scopes.Items().Select(scope => scope.AsString() ?? "")];
        foreach (string scope in listed)
        {
            if (!Known.ContainsKey(scope))
            {
                causes.Add(FieldError.Invalid("spec.scopes", FixedField.Show(scopes), "unsupported scope"));
            }

            Applied(scope, standard, "spec.scopes", FixedField.Show(scopes), causes);
        }

        Conflicts(listed, "spec.scopes", scopes, causes);
        Selector(spec, standard, causes);
    }

    private static void Selector(JsonValue spec, IReadOnlyList<string> standard, List<StatusCause> causes)
    {
        const string Field = "spec.scopeSelector.matchExpressions";
        JsonValue[] expressions = [.. spec["scopeSelector"u8]["matchExpressions"u8].Items()];
        foreach (JsonValue expression in expressions)
        {
            string scope = expression["scopeName"u8].AsString() ?? "";
            if (!Known.ContainsKey(scope))
            {
                causes.Add(FieldError.Invalid(Field + ".scopeName", scope, "unsupported scope"));
            }

            Applied(scope, standard, Field, InternalForm(expressions), causes);
            Operator(expression, scope, Field, causes);
        }

        Conflicts([.. expressions.Select(expression => expression["scopeName"u8].AsString() ?? "")], Field, spec["scopes"u8], causes);
    }

    private static void Operator(JsonValue expression, string scope, string field, List<StatusCause> causes)
    {
        string comparison = expression["operator"u8].AsString() ?? "";
        JsonValue values = expression["values"u8];
        if (comparison != "Exists" && scope is "BestEffort" or "NotBestEffort" or "Terminating" or "NotTerminating" or "CrossNamespacePodAffinity")
        {
            causes.Add(FieldError.Invalid(field + ".operator", comparison, ExistsOnly));
        }

        switch (comparison)
        {
            case "In" or "NotIn" when values.Count == 0:
                causes.Add(FieldError.Required(field + ".values", "must be at least one value when `operator` is 'In' or 'NotIn' for scope selector"));
                break;
            case "Exists" or "DoesNotExist" when values.Count > 0:
                causes.Add(FieldError.Invalid(
                    field + ".values", FixedField.Show(values), "must be no value when `operator` is 'Exist' or 'DoesNotExist' for scope selector"));
                break;
            case not ("In" or "NotIn" or "Exists" or "DoesNotExist"):
                causes.Add(FieldError.Invalid(field + ".operator", comparison, "not a valid selector operator"));
                break;
        }
    }

    private static void Applied(string scope, IReadOnlyList<string> standard, string field, BadValue shown, List<StatusCause> causes)
    {
        if (Known.TryGetValue(scope, out string[]? about))
        {
            causes.AddRange(standard.Where(name => !about.Contains(name)).Select(_ => FieldError.Invalid(field, shown, "unsupported scope applied to resource")));
        }
    }

    private static void Conflicts(string[] scopes, string field, JsonValue shown, List<StatusCause> causes)
    {
        foreach (string scope in new[] { "BestEffort", "Terminating" })
        {
            if (scopes.Contains(scope) && scopes.Contains("Not" + scope))
            {
                causes.Add(FieldError.Invalid(field, FixedField.Show(shown), "conflicting scopes"));
            }
        }
    }

    /// <summary>A selector as messages show it: in the server's internal form, whose members have the names of Go.</summary>
    private static BadValue InternalForm(IEnumerable<JsonValue> expressions) => BadValue.Json($"{{\"MatchExpressions\":[{string.Join(',', expressions.Select(one =>
        $"{{\"ScopeName\":{Text(one["scopeName"u8])},\"Operator\":{Text(one["operator"u8])},\"Values\":{(one["values"u8].IsMissing ? "null" : one["values"u8])}}}"))}]}}");

    private static string Text(JsonValue value) => GoString.Quote(value.AsString() ?? "");
}
