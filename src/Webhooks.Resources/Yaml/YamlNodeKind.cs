namespace Webhooks.Resources.Yaml;

/// <summary>What a <see cref="YamlNode"/> is.</summary>
internal enum YamlNodeKind : byte
{
    Scalar,
    Sequence,
    Mapping,
    Alias,
}
