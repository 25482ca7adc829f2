using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Resources.Quantities;

namespace Webhooks.Admission.Users.Rules;

/// <summary>Amounts of the quota are quantities, none below zero, and whole where objects are counted. An amount that was there before stays.</summary>
internal sealed class QuotaValueRule : UserRule
{
    private const string Negative = "must be greater than or equal to 0";
    private const string Fraction = "must be an integer";

    public override string Name => "quota-value";

    public override StatusReason Reason => StatusReason.Invalid;

    public override string Message => "is no amount that a quota can be";

    public override void Check(UserChange change, List<StatusCause> causes)
    {
        JsonValue quota = change.Spec["quota"u8];
        JsonCursor members = new(quota.Kind == JsonKind.Object ? quota : default);
        while (members.MoveNext())
        {
            // Anything else is the schema's to refuse.
            if (members.Value.Kind is JsonKind.String or JsonKind.Number
                && ProblemOf(members.Name, members.Value) is { } problem
                && !JsonEquality.AreEqual(change.OldAmount(members.Name), members.Value))
            {
                causes.Add(FieldError.Invalid($"spec.quota[{members.Name}]", Shown(members.Value), Explain(problem)));
            }
        }
    }

    private static string? ProblemOf(string key, JsonValue value) =>
        !QuantityJson.TryRead(value, out Quantity amount, out string? error) ? error
        : amount.Sign < 0 ? Negative
        : !amount.IsInteger && QuotaResourceName.IsCounted(key) ? Fraction
        : null;

    private static BadValue Shown(JsonValue value) => value.AsString() is { } text ? text : BadValue.Json(value.ToString());
}
