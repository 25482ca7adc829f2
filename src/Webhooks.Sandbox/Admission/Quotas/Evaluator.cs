using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Quantities;

namespace Webhooks.Sandbox.Admission.Quotas;

/// <summary>Measures what the objects of a resource use of quotas. This one counts them; those of some resources know more.</summary>
/// <remarks>As <c>k8s.io/apiserver/pkg/quota/v1/generic</c> and <c>pkg/quota/v1/evaluator/core</c>. Thread safe.</remarks>
internal class Evaluator(GroupResource resource)
{
    /// <summary>Whose objects it measures.</summary>
    public GroupResource Resource { get; } = resource;

    /// <summary>The name by which quotas count the objects: <c>count/deployments.apps</c>.</summary>
    protected string CountName { get; } = Evaluators.CountPrefix + resource;

    /// <summary>Whether quotas count something of these objects by that name.</summary>
    public virtual bool Tracks(string name) => name == CountName;

    /// <summary>Whether a write can use more.</summary>
    /// <param name="subresource">Empty for none.</param>
    /// <param name="next">The object as it would be stored.</param>
    /// <param name="old">The object as it was; missing for a new one.</param>
    public virtual bool Handles(string subresource, JsonValue next, JsonValue old) => subresource.Length == 0 && old.IsMissing;

    /// <summary>Why an object cannot be measured by those names; <c>null</c> when it can.</summary>
    public virtual string? Problem(IReadOnlyList<string> names, JsonValue value) => null;

    /// <summary>What an object uses.</summary>
    /// <param name="value">The object.</param>
    /// <param name="now">The time.</param>
    public virtual ResourceList Usage(JsonValue value, DateTimeOffset now) => new() { [CountName] = One };

    /// <summary>Whether a quota is about an object.</summary>
    public bool Matches(Quota quota, JsonValue value) => quota.Hard.Names.Any(Tracks) && IsIn(quota.Scopes, value);

    /// <summary>Whether an object is in all of those scopes.</summary>
    public bool IsIn(IReadOnlyList<QuotaScope> scopes, JsonValue value) => scopes.All(scope => IsIn(scope, value));

    /// <summary>Whether an object is in a scope; none is that the scope is not about.</summary>
    protected virtual bool IsIn(QuotaScope scope, JsonValue value) => false;

    /// <summary>The count of one object.</summary>
    protected static Quantity One { get; } = Quantity.FromInt64(1);
}
