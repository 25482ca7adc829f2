using System.Collections.Immutable;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Access.Authorization;

/// <summary>A RoleBinding or ClusterRoleBinding.</summary>
/// <param name="Namespace">The namespace; empty for a ClusterRoleBinding.</param>
/// <param name="Name">Its name.</param>
/// <param name="Role">The role that it gives.</param>
/// <param name="Subjects">To whom.</param>
internal sealed record Binding(string Namespace, string Name, RoleReference Role, ImmutableArray<Subject> Subjects)
{
    /// <summary>Reads a binding as it is stored.</summary>
    public static Binding Read(JsonValue binding) => new(
        binding["metadata"u8]["namespace"u8].AsString() ?? "",
        binding["metadata"u8]["name"u8].AsString() ?? "",
        RoleReference.Read(binding["roleRef"u8]),
        [.. binding["subjects"u8].Items().Select(Subject.Read)]);

    /// <summary>The first subject that means that caller; <c>null</c> for none.</summary>
    public Subject? SubjectFor(Caller caller) => Subjects.FirstOrDefault(subject => subject.AppliesTo(caller, Namespace));

    /// <summary>As reasons show it: <c>RoleBinding "b/default" of Role "r" to User "jane"</c>.</summary>
    public string Describe(Subject subject)
    {
        string kind = Namespace.Length == 0 ? "ClusterRoleBinding" : "RoleBinding";
        string name = Namespace.Length == 0 ? Name : $"{Name}/{Namespace}";
        return $"{kind} {GoString.Quote(name)} of {Role.Kind} {GoString.Quote(Role.Name)} to {subject.Describe(Namespace)}";
    }
}
