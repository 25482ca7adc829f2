namespace Webhooks.Resources.Yaml;

/// <summary>Text in a JSON document that is no Unicode; kubectl lets it pass and reads U+FFFD in its place.</summary>
/// <param name="Path">The member, as Kubernetes writes field paths: <c>metadata.name</c>.</param>
/// <param name="Problem">What is wrong with it.</param>
/// <param name="Position">Where the first of it stands.</param>
public sealed record YamlRepair(string Path, string Problem, YamlPosition Position);
