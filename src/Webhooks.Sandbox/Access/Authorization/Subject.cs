using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Sandbox.Access.Authorization;

/// <summary>Whom a binding is for.</summary>
/// <param name="Kind"><c>User</c>, <c>Group</c> or <c>ServiceAccount</c>.</param>
/// <param name="Namespace">Of a ServiceAccount its namespace; empty for that of the binding.</param>
/// <param name="Name">The name.</param>
internal sealed record Subject(string Kind, string Namespace, string Name)
{
    /// <summary>Reads a binding's subject.</summary>
    public static Subject Read(JsonValue subject) => new(
        subject["kind"u8].AsString() ?? "", subject["namespace"u8].AsString() ?? "", subject["name"u8].AsString() ?? "");

    /// <summary>Whether it means that caller, in a binding of that namespace, which is empty for a ClusterRoleBinding.</summary>
    public bool AppliesTo(Caller caller, string bindingNamespace) => Kind switch
    {
        "User" => caller.Name == Name,
        "Group" => caller.Groups.Contains(Name),
        "ServiceAccount" when In(bindingNamespace) is { Length: > 0 } space => caller.Name == new ServiceAccountName(space, Name).UserName,
        _ => false,
    };

    /// <summary>As reasons show it: <c>Group "team"</c>, and <c>ServiceAccount "bot/default"</c>, the name first.</summary>
    public string Describe(string bindingNamespace) =>
        $"{Kind} {GoString.Quote(Kind == "ServiceAccount" ? $"{Name}/{In(bindingNamespace)}" : Name)}";

    private string In(string bindingNamespace) => Namespace.Length > 0 ? Namespace : bindingNamespace;
}
