using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Admission.Users.Rules;

/// <summary>What the quota names, a ResourceQuota must be able to name: else the namespace would stay without any. A key that was there before stays.</summary>
internal sealed class QuotaKeyRule : UserRule
{
    public override string Name => "quota-key";

    public override StatusReason Reason => StatusReason.Invalid;

    public override string Message => "a ResourceQuota can't bound that";

    public override void Check(UserChange change, List<StatusCause> causes)
    {
        JsonValue quota = change.Spec["quota"u8];
        JsonCursor members = new(quota.Kind == JsonKind.Object ? quota : default);
        while (members.MoveNext())
        {
            string key = members.Name;
            IReadOnlyList<string> problems = QuotaResourceName.Problems(key);
            if (problems.Count > 0 && change.OldAmount(key).IsMissing)
            {
                causes.AddRange(problems.Select(problem => FieldError.Invalid($"spec.quota[{key}]", key, Explain(problem))));
            }
        }
    }
}
