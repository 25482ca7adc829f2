using System.Text;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Tests.Yaml;

/// <summary>Reads test texts.</summary>
internal static class Reading
{
    public static YamlDocument Document(string yaml, YamlLimits? limits = null) =>
        YamlReader.ReadSingle(Encoding.UTF8.GetBytes(yaml), limits);

    public static string Json(string yaml) => Document(yaml).Root.ToString();

    public static YamlFormatException Refused(string yaml, YamlLimits? limits = null) =>
        Xunit.Assert.Throws<YamlFormatException>(() => Document(yaml, limits));

    /// <summary>The value; missing when the text is refused.</summary>
    public static JsonValue TryRead(string yaml)
    {
        try
        {
            return Document(yaml).Root;
        }
        catch (YamlFormatException)
        {
            return default;
        }
    }
}
