namespace Webhooks.Resources.Yaml;

/// <summary>What a YAML scalar is in JSON.</summary>
public enum YamlScalarKind
{
    /// <summary>It can't be read; <see cref="YamlScalar.Text"/> says why.</summary>
    Unreadable,

    /// <summary>JSON <c>null</c>.</summary>
    Null,

    /// <summary>JSON <c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A JSON number that go-yaml decodes as an int or uint64.</summary>
    Integer,

    /// <summary>A JSON number that go-yaml decodes as a float64.</summary>
    Float,

    /// <summary>A JSON string.</summary>
    String,

    /// <summary>Infinity or not a number: an error as a value, but a legal member name.</summary>
    NotFinite,
}
