using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Discovery;

/// <summary>A version of a group with its resources.</summary>
/// <param name="GroupVersion">Group and version.</param>
/// <param name="Resources">Its resources in order of their names.</param>
internal sealed record ApiVersion(GroupVersion GroupVersion, ImmutableArray<ApiResource> Resources);
