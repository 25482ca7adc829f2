using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Kinds;

/// <summary>A part of a resource's objects that has a path of its own.</summary>
/// <param name="Name">The path's last segment: <c>status</c>, <c>scale</c>, <c>eviction</c>.</param>
/// <param name="Kind">The kind that requests and answers have: the resource's own, or such as <c>autoscaling/v1 Scale</c>.</param>
/// <param name="Verbs">What it can be asked, as discovery lists it.</param>
internal sealed record ApiSubresource(string Name, GroupVersionKind Kind, IReadOnlyList<string> Verbs);
