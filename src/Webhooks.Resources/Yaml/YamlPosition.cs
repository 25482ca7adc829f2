namespace Webhooks.Resources.Yaml;

/// <summary>A place in the input.</summary>
/// <param name="Line">Line of the whole input, from 1.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
public readonly record struct YamlPosition(int Line, int Column);
