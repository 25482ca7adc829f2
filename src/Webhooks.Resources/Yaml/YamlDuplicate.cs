namespace Webhooks.Resources.Yaml;

/// <summary>A member name that stands a second time in the same mapping; kubectl lets it pass and takes the last.</summary>
/// <param name="Path">The member, as Kubernetes writes field paths: <c>spec.containers[1].name</c>.</param>
/// <param name="Position">Where the repeated name stands.</param>
public sealed record YamlDuplicate(string Path, YamlPosition Position);
