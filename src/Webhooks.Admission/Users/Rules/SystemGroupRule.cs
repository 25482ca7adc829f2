using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Users.Rules;

/// <summary>Groups of Kubernetes' own get no access by a User: everybody is in one of them. A group that was there before stays.</summary>
internal sealed class SystemGroupRule : UserRule
{
    public override string Name => "system-group";

    public override StatusReason Reason => StatusReason.Forbidden;

    public override string Message => "groups that begin with system: are Kubernetes' own, and hold more than one team";

    public override void Check(UserChange change, List<StatusCause> causes)
    {
        JsonValue groups = change.Spec["groups"u8];
        JsonCursor items = new(groups.Kind == JsonKind.Array ? groups : default);
        for (int i = 0; items.MoveNext(); i++)
        {
            if (items.Value.AsString() is { } group && ReservedNames.IsOfSystem(group) && !change.HadGroup(group))
            {
                causes.Add(FieldError.Forbidden(string.Create(CultureInfo.InvariantCulture, $"spec.groups[{i}]"), Explain(group)));
            }
        }
    }
}
