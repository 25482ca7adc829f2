namespace Webhooks.Resources.Yaml;

/// <summary>The tags that go-yaml v2 knows, in their long form.</summary>
internal static class YamlTags
{
    public const string Null = Prefix + "null";
    public const string Bool = Prefix + "bool";
    public const string Str = Prefix + "str";
    public const string Int = Prefix + "int";
    public const string Float = Prefix + "float";
    public const string Timestamp = Prefix + "timestamp";
    public const string Binary = Prefix + "binary";
    public const string Merge = Prefix + "merge";

    private const string Prefix = "tag:yaml.org,2002:";

    /// <summary>The tag as people write it: <c>!!int</c>.</summary>
    public static string Short(string tag) =>
        tag.StartsWith(Prefix, StringComparison.Ordinal) ? "!!" + tag[Prefix.Length..] : tag;
}
