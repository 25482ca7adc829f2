using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>
/// Adds a template's security context to a container of the workload's, without what contradicts it there: the API
/// server refuses containers that have privileges and may not gain any.
/// </summary>
/// <param name="run">The merge.</param>
/// <param name="members">Adds members.</param>
/// <param name="container">The container of the workload's.</param>
internal readonly struct PrivilegeMerge(MergeRun run, MemberMerge members, MergeTarget container)
{
    private const string Field = "securityContext";
    private const string Escalation = "allowPrivilegeEscalation";
    private const string Capabilities = "capabilities";
    private const string Privileged = "privileged";
    private static readonly Shape Context = PodShapes.Container.Fields[Field];

    public void Merge(JsonValue context)
    {
        MergeTarget target = container.Child(Field, JsonKind.Object);
        JsonCursor parts = new(context);
        while (parts.MoveNext())
        {
            if (Context.Find(parts.NameValue) is not { } part)
            {
                continue; // Of a template that is gone: a field of a later API server.
            }

            if (StoredForm.IsAbsent(parts.Value, part.Shape))
            {
                continue;
            }

            if (Contradiction(target.Draft, part.Name, parts.Value) is { } reason)
            {
                run.Collide(ItemPath.Member(target.Path, part.Name), reason);
            }
            else
            {
                members.MergeMember(target, part.Name, parts.Value, part.Shape);
            }
        }
    }

    /// <summary>Whether the container is privileged once the template's is merged into it.</summary>
    /// <param name="context">The template's security context; missing: none.</param>
    public bool IsPrivileged(JsonValue context)
    {
        JsonDraft? standing = container.Draft!.Find(Field);
        JsonValue own = Own(standing, Privileged);
        return own.IsAbsent
            ? context[Privileged].Kind == JsonKind.True && Contradiction(standing, Privileged, context[Privileged]) == null
            : own.Kind == JsonKind.True;
    }

    private static string? Contradiction(JsonDraft? standing, string name, JsonValue value)
    {
        if (standing is not { Kind: JsonKind.Object } || !Own(standing, name).IsAbsent && name != Capabilities)
        {
            return null;
        }

        bool mayNotGain = Own(standing, Escalation).Kind == JsonKind.False;
        return name switch
        {
            Privileged when value.Kind == JsonKind.True && mayNotGain => "the container has allowPrivilegeEscalation: false",
            Capabilities when mayNotGain && HasAdmin(value) && Own(standing, Capabilities)["add"u8].IsAbsent => "the container has allowPrivilegeEscalation: false",
            Escalation when value.Kind == JsonKind.False && Own(standing, Privileged).Kind == JsonKind.True => "the container is privileged",
            Escalation when value.Kind == JsonKind.False && HasAdmin(Own(standing, Capabilities)) => "the container has CAP_SYS_ADMIN",
            _ => null,
        };
    }

    private static JsonValue Own(JsonDraft? standing, string name) =>
        standing is { Kind: JsonKind.Object } ? standing.Find(name)?.Freeze() ?? default : default;

    private static bool HasAdmin(JsonValue capabilities)
    {
        JsonCursor added = new(capabilities["add"u8] is { Kind: JsonKind.Array } list ? list : default);
        while (added.MoveNext())
        {
            if (added.Value.TextEquals("CAP_SYS_ADMIN"u8))
            {
                return true;
            }
        }

        return false;
    }
}
