namespace Webhooks.Resources.Yaml;

/// <summary>How the writer writes a string.</summary>
internal enum YamlStyle
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>In <c>'</c>: it has characters that YAML gives a meaning there.</summary>
    SingleQuoted,

    /// <summary>In <c>"</c>: plain it would be no string, or it has characters that need an escape.</summary>
    DoubleQuoted,

    /// <summary>As a block behind <c>|</c>.</summary>
    Literal,
}
