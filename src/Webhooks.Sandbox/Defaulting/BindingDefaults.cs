using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of RoleBindings and ClusterRoleBindings: the groups that roles, users and groups are of.</summary>
internal static class BindingDefaults
{
    private const string Group = "rbac.authorization.k8s.io";

    /// <summary>Fills a binding.</summary>
    public static void Fill(JsonDraft binding)
    {
        JsonDraft role = binding.Child("roleRef");
        if (role.Text("apiGroup").Length == 0)
        {
            role.SetText("apiGroup", Group);
        }

        foreach (JsonDraft subject in binding.List("subjects"))
        {
            if (subject.Text("kind") is "User" or "Group")
            {
                subject.DefaultText("apiGroup", Group);
            }
        }
    }
}
