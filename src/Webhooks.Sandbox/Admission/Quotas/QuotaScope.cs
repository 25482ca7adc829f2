using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Admission.Quotas;

/// <summary>Which objects a quota is about: those of a scope, as an expression has it.</summary>
/// <param name="Name"><c>BestEffort</c>, <c>PriorityClass</c> and others.</param>
/// <param name="Operator"><c>In</c>, <c>NotIn</c>, <c>Exists</c> or <c>DoesNotExist</c>.</param>
/// <param name="Values">What the first two look for.</param>
internal sealed record QuotaScope(string Name, string Operator, IReadOnlyList<string> Values)
{
    /// <summary>The scopes of a quota: those it lists, and the expressions of its selector. An object must be in all.</summary>
    /// <param name="spec">The quota's <c>spec</c>.</param>
    public static IReadOnlyList<QuotaScope> Of(JsonValue spec) =>
    [
        .. spec["scopes"u8].Items().Select(scope => new QuotaScope(scope.AsString() ?? "", "Exists", [])),
        .. spec["scopeSelector"u8]["matchExpressions"u8].Items().Select(Read),
    ];

    /// <summary>Whether an object is in it that has those values of what the scope is about; it is with one that is.</summary>
    public bool Has(params IReadOnlyList<string> values) => Operator switch
    {
        "Exists" => values.Count > 0,
        "DoesNotExist" => values.Count == 0,
        "In" => values.Any(Values.Contains),
        "NotIn" => values.Count == 0 || values.Any(value => !Values.Contains(value)),
        _ => false,
    };

    private static QuotaScope Read(JsonValue expression) => new(
        expression["scopeName"u8].AsString() ?? "",
        expression["operator"u8].AsString() ?? "",
        [.. expression["values"u8].Items().Select(value => value.AsString() ?? "")]);
}
