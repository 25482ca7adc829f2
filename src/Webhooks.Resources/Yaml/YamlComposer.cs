using YamlDotNet.Core.Tokens;

namespace Webhooks.Resources.Yaml;

/// <summary>
/// The grammar of YAML 1.1 over tokens, with a stack of its own instead of recursion: reads the first document of
/// a text onto a tape.
/// </summary>
internal sealed class YamlComposer
{
    private readonly YamlTokens _tokens;
    private readonly YamlTapeWriter _tape;
    private YamlDirectives _directives = new();

    private YamlComposer(YamlTokens tokens, int maxDepth)
    {
        _tokens = tokens;
        _tape = new YamlTapeWriter(tokens, maxDepth);
    }

    /// <summary>Reads the text's one document.</summary>
    /// <returns>Its tape; with no node when the text has no document.</returns>
    /// <exception cref="YamlFormatException">It is not YAML as Kubernetes reads it.</exception>
    public static YamlTape Compose(string text, int line, int maxDepth)
    {
        YamlTokens tokens = new(text, line);
        tokens.Skip();
        return new YamlComposer(tokens, maxDepth).Document();
    }

    private YamlTape Document()
    {
        while (_tokens.Peek() is DocumentEnd)
        {
            _tokens.Skip();
        }

        if (_tokens.Peek() is StreamEnd)
        {
            return _tape.Tape;
        }

        _directives = YamlDirectives.Read(_tokens);
        if (_tokens.Peek() is StreamEnd or DocumentEnd)
        {
            _tape.Empty(_tokens.Peek(), default);
        }
        else
        {
            Node(isBlock: true, isIndentless: false);
        }

        while (_tape.IsOpen)
        {
            Step();
        }

        while (_tokens.Peek() is DocumentEnd)
        {
            _tokens.Skip();
        }

        // go-yaml reads the first document and passes over what follows; here nothing goes unread.
        return _tokens.Peek() is StreamEnd
            ? _tape.Tape
            : throw _tokens.Error(_tokens.Peek(), "did not expect more text here; documents are parted by a line '---'");
    }

    private void Step()
    {
        switch (_tape.State)
        {
            case YamlState.BlockSequenceEntry or YamlState.IndentlessSequenceEntry:
                BlockItem(_tape.State == YamlState.IndentlessSequenceEntry);
                break;
            case YamlState.BlockMappingKey:
                BlockKey();
                break;
            case YamlState.BlockMappingValue:
                BlockValue();
                break;
            case YamlState.FlowSequenceFirst or YamlState.FlowSequenceEntry:
                FlowItem(_tape.State == YamlState.FlowSequenceFirst);
                break;
            case YamlState.FlowMappingFirst or YamlState.FlowMappingKey:
                FlowKey(_tape.State == YamlState.FlowMappingFirst);
                break;
            case YamlState.FlowPairKey:
                _tape.State = YamlState.FlowPairValue;
                FlowNodeUnless(_tokens.Peek() is Value or FlowEntry or FlowSequenceEnd);
                break;
            case YamlState.FlowPairValue:
                _tape.State = YamlState.FlowPairEnd;
                FlowNodeUnless(!Took<Value>() || _tokens.Peek() is FlowEntry or FlowSequenceEnd);
                break;
            case YamlState.FlowPairEnd:
                _tape.Close();
                break;
            case YamlState.FlowMappingValue:
                _tape.State = YamlState.FlowMappingKey;
                FlowNodeUnless(!Took<Value>() || _tokens.Peek() is FlowEntry or FlowMappingEnd);
                break;
            case YamlState.FlowMappingEmptyValue:
                _tape.State = YamlState.FlowMappingKey;
                FlowNodeUnless(true);
                break;
        }
    }

    private void BlockItem(bool isIndentless)
    {
        Token token = _tokens.Peek();
        if (Took<BlockEntry>())
        {
            Token next = _tokens.Peek();
            bool isEmpty = next is BlockEntry or BlockEnd || (isIndentless && next is Key or Value);
            BlockNodeUnless(isEmpty, isIndentless: false);
            return;
        }

        if (!isIndentless && !Took<BlockEnd>())
        {
            throw _tokens.Error(token, "did not find expected '-' indicator");
        }

        _tape.Close();
    }

    private void BlockKey()
    {
        Token token = _tokens.Peek();
        if (Took<Key>())
        {
            _tape.State = YamlState.BlockMappingValue;
            BlockNodeUnless(_tokens.Peek() is Key or Value or BlockEnd, isIndentless: true);
        }
        else if (Took<BlockEnd>())
        {
            _tape.Close();
        }
        else
        {
            throw _tokens.Error(token, "did not find expected key");
        }
    }

    private void BlockValue()
    {
        _tape.State = YamlState.BlockMappingKey;
        BlockNodeUnless(!Took<Value>() || _tokens.Peek() is Key or Value or BlockEnd, isIndentless: true);
    }

    private void FlowItem(bool isFirst)
    {
        _tape.State = YamlState.FlowSequenceEntry;
        if (!isFirst && _tokens.Peek() is not FlowSequenceEnd && !Took<FlowEntry>())
        {
            throw _tokens.Error(_tokens.Peek(), "did not find expected ',' or ']'");
        }

        Token token = _tokens.Peek();
        if (Took<FlowSequenceEnd>())
        {
            _tape.Close();
        }
        else if (Took<Key>())
        {
            _tape.Open(token, YamlNodeKind.Mapping, YamlState.FlowPairKey, null);
        }
        else
        {
            FlowNodeUnless(false);
        }
    }

    private void FlowKey(bool isFirst)
    {
        if (!isFirst && _tokens.Peek() is not FlowMappingEnd && !Took<FlowEntry>())
        {
            throw _tokens.Error(_tokens.Peek(), "did not find expected ',' or '}'");
        }

        if (Took<FlowMappingEnd>())
        {
            _tape.Close();
        }
        else if (Took<Key>())
        {
            _tape.State = YamlState.FlowMappingValue;
            FlowNodeUnless(_tokens.Peek() is Value or FlowEntry or FlowMappingEnd);
        }
        else
        {
            _tape.State = YamlState.FlowMappingEmptyValue;
            FlowNodeUnless(false);
        }
    }

    private void BlockNodeUnless(bool isEmpty, bool isIndentless)
    {
        if (isEmpty)
        {
            _tape.Empty(_tokens.Peek(), default);
        }
        else
        {
            Node(isBlock: true, isIndentless);
        }
    }

    private void FlowNodeUnless(bool isEmpty)
    {
        if (isEmpty)
        {
            _tape.Empty(_tokens.Peek(), default);
        }
        else
        {
            Node(isBlock: false, isIndentless: false);
        }
    }

    private void Node(bool isBlock, bool isIndentless)
    {
        if (_tokens.Peek() is AnchorAlias alias)
        {
            _tokens.Skip();
            _tape.Alias(alias);
            return;
        }

        YamlProperties properties = YamlProperties.Read(_tokens, _directives);
        Token token = _tokens.Peek();
        switch (token)
        {
            case BlockEntry when isIndentless:
                _tape.Open(token, YamlNodeKind.Sequence, YamlState.IndentlessSequenceEntry, properties.Anchor);
                return;
            case Scalar scalar:
                _tape.Scalar(scalar, properties);
                break;
            case FlowSequenceStart:
                _tape.Open(token, YamlNodeKind.Sequence, YamlState.FlowSequenceFirst, properties.Anchor);
                break;
            case FlowMappingStart:
                _tape.Open(token, YamlNodeKind.Mapping, YamlState.FlowMappingFirst, properties.Anchor);
                break;
            case BlockSequenceStart when isBlock:
                _tape.Open(token, YamlNodeKind.Sequence, YamlState.BlockSequenceEntry, properties.Anchor);
                break;
            case BlockMappingStart when isBlock:
                _tape.Open(token, YamlNodeKind.Mapping, YamlState.BlockMappingKey, properties.Anchor);
                break;
            case var _ when !properties.IsEmpty:
                _tape.Empty(token, properties);
                return;
            default:
                throw _tokens.Error(token, "did not find expected node content");
        }

        _tokens.Skip();
    }

    private bool Took<T>()
        where T : Token
    {
        if (_tokens.Peek() is not T)
        {
            return false;
        }

        _tokens.Skip();
        return true;
    }
}
