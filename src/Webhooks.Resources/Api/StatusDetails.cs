using System.Collections.Immutable;

namespace Webhooks.Resources.Api;

/// <summary>What a <see cref="Status"/> is about: the object, the single causes, when to come back.</summary>
/// <remarks>Immutable; equal when all parts are, the causes in order.</remarks>
public sealed record StatusDetails
{
    private readonly ImmutableArray<StatusCause> _causes = [];

    /// <summary>The object's name; empty for none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The group of its resource; empty for none and for the core group.</summary>
    public string Group { get; init; } = "";

    /// <summary>Its resource, as <c>pods</c>, or kind, as <c>Pod</c>: the API server writes either; empty for none.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its UID; empty for none.</summary>
    public string Uid { get; init; } = "";

    /// <summary>The single causes, none by default.</summary>
    public ImmutableArray<StatusCause> Causes
    {
        get => _causes;
        init => _causes = value.IsDefault ? [] : value;
    }

    /// <summary>After how many seconds to try again; 0 for not said.</summary>
    public int RetryAfterSeconds { get; init; }

    /// <inheritdoc/>
    public bool Equals(StatusDetails? other)
    {
        return other is not null
            && Name == other.Name
            && Group == other.Group
            && Kind == other.Kind
            && Uid == other.Uid
            && RetryAfterSeconds == other.RetryAfterSeconds
            && Causes.SequenceEqual(other.Causes);
    }

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Group, Kind, Uid, RetryAfterSeconds, Causes.Length);
}
