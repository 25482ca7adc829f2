using YamlDotNet.Core.Tokens;

namespace Webhooks.Resources.Yaml;

/// <summary>The grammar of one node: an alias, or properties and a scalar or the start of a container.</summary>
internal sealed class YamlNodeGrammar(YamlTokens tokens, YamlTapeWriter tape)
{
    /// <summary>The document's directives, which give tags their long form.</summary>
    public YamlDirectives Directives { get; set; } = new();

    /// <summary>Reads a node outside of brackets.</summary>
    /// <param name="isEmpty">Whether the next token says already that there is nothing.</param>
    /// <param name="mayBeIndentless">Whether a sequence may stand no deeper than the member it belongs to.</param>
    public void InBlock(bool isEmpty, bool mayBeIndentless = false)
    {
        if (isEmpty)
        {
            tape.Empty(default);
        }
        else
        {
            Read(isBlock: true, mayBeIndentless);
        }
    }

    /// <summary>Reads a node inside of brackets.</summary>
    /// <param name="isEmpty">Whether the next token says already that there is nothing.</param>
    public void InFlow(bool isEmpty)
    {
        if (isEmpty)
        {
            tape.Empty(default);
        }
        else
        {
            Read(isBlock: false, mayBeIndentless: false);
        }
    }

    private void Read(bool isBlock, bool mayBeIndentless)
    {
        if (tokens.Peek() is AnchorAlias alias)
        {
            tokens.Skip();
            tape.Alias(alias);
            return;
        }

        YamlProperties properties = YamlProperties.Read(tokens, Directives);
        Token token = tokens.Peek();
        switch (token)
        {
            case BlockEntry when mayBeIndentless:
                tape.Open(token, YamlNodeKind.Sequence, YamlState.IndentlessSequenceEntry, properties.Anchor);
                return;
            case Scalar scalar:
                tape.Scalar(scalar, properties);
                break;
            case FlowSequenceStart:
                tape.Open(token, YamlNodeKind.Sequence, YamlState.FlowSequenceFirst, properties.Anchor);
                break;
            case FlowMappingStart:
                tape.Open(token, YamlNodeKind.Mapping, YamlState.FlowMappingFirst, properties.Anchor);
                break;
            case BlockSequenceStart when isBlock:
                tape.Open(token, YamlNodeKind.Sequence, YamlState.BlockSequenceEntry, properties.Anchor);
                break;
            case BlockMappingStart when isBlock:
                tape.Open(token, YamlNodeKind.Mapping, YamlState.BlockMappingKey, properties.Anchor);
                break;
            case var _ when !properties.IsEmpty:
                tape.Empty(properties);
                return;
            default:
                throw tokens.Error(token, "did not find expected node content");
        }

        tokens.Skip();
    }
}
