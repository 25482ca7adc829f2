using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>The rules that one kind has beyond those of all.</summary>
internal sealed record KindRules
{
    /// <summary>The rule for names; <c>null</c> where a kind leaves its metadata to the common rules.</summary>
    public NameRule? Name { get; init; } = NameRules.Subdomain;

    /// <summary>Whether finalizers without a domain must be Kubernetes' own.</summary>
    public bool QualifiesFinalizers { get; init; } = true;

    /// <summary>Whether an update is also held against all that a create is held against.</summary>
    public bool UpdateRepeatsCreate { get; init; } = true;

    /// <summary>Looks at an object by itself.</summary>
    public Action<JsonValue, List<StatusCause>>? Create { get; init; }

    /// <summary>Looks at an object beside what it was.</summary>
    public Action<JsonValue, JsonValue, List<StatusCause>>? Update { get; init; }

    /// <summary>Looks at an object whose status was written, beside what it was.</summary>
    public Action<JsonValue, JsonValue, List<StatusCause>>? StatusUpdate { get; init; }

    /// <summary>Look at an object of which a part with a path of its own was written, beside what it was; by that path's last segment.</summary>
    public IReadOnlyDictionary<string, Action<JsonValue, JsonValue, List<StatusCause>>> SubresourceUpdates { get; init; } =
        new Dictionary<string, Action<JsonValue, JsonValue, List<StatusCause>>>();
}
