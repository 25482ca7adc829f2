using System.Collections.Immutable;
using Webhooks.Resources.Api;

namespace Webhooks.Schemas;

/// <summary>What a schema says of an object.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Causes">What is wrong, each with the path, reason and message of an API server. Members of one object may come in another order than a server's, which has none.</param>
/// <param name="IsUndecided">
/// Whether an API server may find more than that, or refuse what is allowed here: x-kubernetes-validations apply and are
/// not evaluated, or a pattern can't be read.
/// </param>
public sealed record SchemaVerdict(ImmutableArray<StatusCause> Causes, bool IsUndecided)
{
    /// <summary>What is known of the object.</summary>
    public SchemaAnswer Answer => Causes.Length > 0 ? SchemaAnswer.Invalid : IsUndecided ? SchemaAnswer.Unknown : SchemaAnswer.Valid;
}
