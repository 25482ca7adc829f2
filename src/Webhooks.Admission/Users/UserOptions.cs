namespace Webhooks.Admission.Users;

/// <summary>The settings of Users, the same for the webhook, the controller and the command line. Immutable.</summary>
public sealed record UserOptions
{
    /// <summary>What names of namespaces begin with where nobody says otherwise.</summary>
    public const string DefaultPrefix = "user-";

    /// <summary>The settings without any flag.</summary>
    public static UserOptions Default { get; } = new();

    /// <summary>What stands before a User's name in the name of its namespace; may be empty. Default <c>user-</c>.</summary>
    public string NamespacePrefix { get; init; } = DefaultPrefix;

    /// <summary>The namespace of this program, which no User gets. Default <c>webhooks-system</c>.</summary>
    public string OwnNamespace { get; init; } = "webhooks-system";

    /// <summary>The namespace that a new User of that name gets; whether it is a legal name is not asked.</summary>
    public string NamespaceOf(string userName) => NamespacePrefix + userName;
}
