using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Webhooks.Client.Objects;

/// <summary>Who a user is, and what is granted.</summary>
public sealed record UserSpec
{
    /// <summary>Without anything.</summary>
    public static UserSpec Empty { get; } = new();

    /// <summary>What people call the user, 1 to 64 characters.</summary>
    [JsonPropertyName("display_name")]
    public string DisplayName { get => field; init => field = value ?? ""; } = "";

    /// <summary>Where to write to; empty for nowhere.</summary>
    public string Email { get => field; init => field = value ?? ""; } = "";

    /// <summary>What the user may do in the namespace: <c>view</c>, <c>edit</c>, <c>admin</c>; the server fills in <c>edit</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string Role { get => field; init => field = value ?? ""; } = "";

    /// <summary>Whom RBAC knows the user as; empty for the object's own name.</summary>
    public string Subject { get => field; init => field = value ?? ""; } = "";

    /// <summary>Groups that may do the same.</summary>
    [JsonConverter(typeof(PooledListConverter))]
    public ImmutableArray<string> Groups { get => field; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How much the namespace may have: keys of a ResourceQuota, and quantities as they were written.</summary>
    [JsonConverter(typeof(QuantityMapConverter))]
    public StringMap Quota { get => field; init => field = value ?? StringMap.Empty; } = StringMap.Empty;

    /// <summary>Whether access is taken away, while all data stays.</summary>
    public bool Suspended { get; init; }

    /// <summary>What becomes of the namespace with the user: <c>Delete</c>, which the server fills in, or <c>Orphan</c>.</summary>
    [JsonConverter(typeof(PooledTextConverter))]
    public string DeletionPolicy { get => field; init => field = value ?? ""; } = "";

    /// <summary>Whether all parts are the same, groups in order.</summary>
    public bool Equals(UserSpec? other) =>
        other is not null
        && (DisplayName, Email, Role, Subject, Suspended, DeletionPolicy)
            == (other.DisplayName, other.Email, other.Role, other.Subject, other.Suspended, other.DeletionPolicy)
        && Groups.SequenceEqual(other.Groups)
        && Quota.Equals(other.Quota);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(DisplayName, Email, Role, Subject, Groups.Length, Quota);
}
