using Webhooks.Resources.Json;

namespace Webhooks.Server.Debugging;

/// <summary>One page of <c>/debug</c>.</summary>
/// <param name="Name">The last segment of its path: <c>parts</c>.</param>
/// <param name="Help">What it shows, for the index.</param>
/// <param name="Write">Writes its JSON. Called for each request, on any thread; quick and without I/O.</param>
internal sealed record DebugPage(string Name, string Help, Action<JsonWriter> Write);
