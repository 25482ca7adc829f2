using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of RoleBindings and ClusterRoleBindings. Source: <c>pkg/apis/rbac/validation</c>.</summary>
internal static class BindingRules
{
    private const string Group = "rbac.authorization.k8s.io";
    private static readonly string[] SubjectKinds = ["ServiceAccount", "User", "Group"];

    /// <summary>The rules of RoleBindings.</summary>
    public static KindRules Namespaced { get; } = Of(isNamespaced: true, ["Role", "ClusterRole"]);

    /// <summary>The rules of ClusterRoleBindings.</summary>
    public static KindRules OfCluster { get; } = Of(isNamespaced: false, ["ClusterRole"]);

    private static KindRules Of(bool isNamespaced, string[] roles) => new()
    {
        Name = NameRules.PathSegment,
        Create = (value, causes) =>
        {
            Role(value["roleRef"u8], roles, causes);
            foreach ((int index, JsonValue subject) in value["subjects"u8].Items().Index())
            {
                Subject(subject, $"subjects[{index}]", isNamespaced, causes);
            }
        },
        Update = (value, old, causes) =>
        {
            if (!JsonEquality.AreEqual(value["roleRef"u8], old["roleRef"u8]))
            {
                causes.Add(FieldError.Invalid("roleRef", Shown(value["roleRef"u8]), "cannot change roleRef"));
            }
        },
    };

    private static void Role(JsonValue role, string[] kinds, List<StatusCause> causes)
    {
        FieldRules.OneOf(role["apiGroup"u8], "roleRef.apiGroup", [Group], causes);
        FieldRules.OneOf(role["kind"u8], "roleRef.kind", kinds, causes);
        if (FieldRules.Required(role["name"u8], "roleRef.name", causes))
        {
            FieldRules.Text(role["name"u8], "roleRef.name", name => NameRules.PathSegment(name, false), causes);
        }
    }

    private static void Subject(JsonValue subject, string field, bool isNamespaced, List<StatusCause> causes)
    {
        bool isNamed = FieldRules.Required(subject["name"u8], field + ".name", causes);
        string kind = subject["kind"u8].AsString() ?? "";
        string group = subject["apiGroup"u8].AsString() ?? "";
        switch (kind)
        {
            case "ServiceAccount":
                if (isNamed)
                {
                    FieldRules.Text(subject["name"u8], field + ".name", DnsSubdomain.Problems, causes);
                }

                if (group.Length > 0)
                {
                    causes.Add(FieldError.NotSupported(field + ".apiGroup", group, [""]));
                }

                if (!isNamespaced && string.IsNullOrEmpty(subject["namespace"u8].AsString()))
                {
                    causes.Add(FieldError.Required(field + ".namespace"));
                }

                break;
            case "User" or "Group":
                if (!isNamed)
                {
                    causes.Add(FieldError.Invalid(field + ".name", "", $"{kind.ToLowerInvariant()} name cannot be empty"));
                }

                if (group != Group)
                {
                    causes.Add(FieldError.NotSupported(field + ".apiGroup", group, [Group]));
                }

                break;
            default:
                causes.Add(FieldError.NotSupported(field + ".kind", kind, SubjectKinds));
                break;
        }
    }

    /// <summary>As Go writes the internal type, which has no tags.</summary>
    private static BadValue Shown(JsonValue role) => BadValue.Json(
        $"{{\"APIGroup\":{role["apiGroup"u8]},\"Kind\":{role["kind"u8]},\"Name\":{role["name"u8]}}}");
}
