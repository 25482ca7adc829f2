namespace Webhooks.Resources.Yaml;

/// <summary>How a section of a stream is written.</summary>
public enum YamlForm
{
    /// <summary>Blanks and comments only: a section without a value.</summary>
    Empty,

    /// <summary>Anything that is not JSON: one document of YAML.</summary>
    Yaml,

    /// <summary>JSON: one value.</summary>
    Json,
}
