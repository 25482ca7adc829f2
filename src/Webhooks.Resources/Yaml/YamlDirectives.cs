using YamlDotNet.Core.Tokens;

namespace Webhooks.Resources.Yaml;

/// <summary>The directives before a document: <c>%YAML</c> 1.x and <c>%TAG</c>.</summary>
internal sealed class YamlDirectives
{
    private readonly Dictionary<string, string> _prefixes = new()
    {
        ["!"] = "!",
        ["!!"] = "tag:yaml.org,2002:",
    };

    /// <summary>Reads the directives and the document's start.</summary>
    public static YamlDirectives Read(YamlTokens tokens)
    {
        YamlDirectives directives = new();
        bool any = false;
        bool hasVersion = false;
        HashSet<string> handles = [];
        while (true)
        {
            Token token = tokens.Peek();
            switch (token)
            {
                case VersionDirective { Version.Major: not 1 }:
                    throw tokens.Error(token, "found incompatible YAML document; %YAML 1.1 is read");
                case VersionDirective when hasVersion:
                    throw tokens.Error(token, "found duplicate %YAML directive");
                case VersionDirective:
                    hasVersion = true;
                    break;
                case TagDirective tag when !handles.Add(tag.Handle):
                    throw tokens.Error(token, "found duplicate %TAG directive");
                case TagDirective tag:
                    directives._prefixes[tag.Handle] = tag.Prefix;
                    break;
                case DocumentStart:
                    tokens.Skip();
                    return directives;
                default:
                    return any ? throw tokens.Error(token, "directives must be followed by a line '---'") : directives;
            }

            any = true;
            tokens.Skip();
        }
    }

    /// <summary>The long form of a tag; null when its handle is unknown.</summary>
    public string? Resolve(Tag tag) =>
        tag.Handle.Length == 0 ? tag.Suffix
        : _prefixes.TryGetValue(tag.Handle, out string? prefix) ? prefix + tag.Suffix
        : null;
}
