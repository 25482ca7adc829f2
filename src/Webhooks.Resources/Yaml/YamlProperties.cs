using YamlDotNet.Core.Tokens;
using AnchorToken = YamlDotNet.Core.Tokens.Anchor;
using TagToken = YamlDotNet.Core.Tokens.Tag;

namespace Webhooks.Resources.Yaml;

/// <summary>The anchor and the tag before a node.</summary>
/// <param name="Anchor">The anchor's name, or null.</param>
/// <param name="Tag">The tag in its long form, <c>!</c>, <c>!local</c>, or null.</param>
internal readonly record struct YamlProperties(string? Anchor, string? Tag)
{
    public bool IsEmpty => Anchor is null && Tag is null;

    /// <summary>Reads at most one of each, in either order.</summary>
    public static YamlProperties Read(YamlTokens tokens, YamlDirectives directives)
    {
        string? anchor = null;
        string? tag = null;
        while (true)
        {
            Token token = tokens.Peek();
            switch (token)
            {
                case AnchorToken name when anchor is null:
                    anchor = name.Value.Value;
                    break;
                case TagToken name when tag is null:
                    tag = directives.Resolve(name) ?? throw tokens.Error(token, "found undefined tag handle");
                    break;
                case AnchorToken:
                    throw tokens.Error(token, "a node can have one anchor");
                case TagToken:
                    throw tokens.Error(token, "a node can have one tag");
                default:
                    return new(anchor, tag);
            }

            tokens.Skip();
        }
    }
}
