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
    private readonly YamlNodeGrammar _node;

    private YamlComposer(YamlTokens tokens, int maxDepth)
    {
        _tokens = tokens;
        _tape = new YamlTapeWriter(tokens, maxDepth);
        _node = new YamlNodeGrammar(tokens, _tape);
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
        while (_tokens.Took<DocumentEnd>())
        {
        }

        if (_tokens.Peek() is StreamEnd)
        {
            return _tape.Tape;
        }

        _node.Directives = YamlDirectives.Read(_tokens);
        _node.InBlock(isEmpty: _tokens.Peek() is StreamEnd or DocumentEnd);
        while (_tape.IsOpen)
        {
            Step();
        }

        while (_tokens.Took<DocumentEnd>())
        {
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
                _node.InFlow(_tokens.Peek() is Value or FlowEntry or FlowSequenceEnd);
                break;
            case YamlState.FlowPairValue:
                _tape.State = YamlState.FlowPairEnd;
                _node.InFlow(!_tokens.Took<Value>() || _tokens.Peek() is FlowEntry or FlowSequenceEnd);
                break;
            case YamlState.FlowPairEnd:
                _tape.Close();
                break;
            case YamlState.FlowMappingValue:
                _tape.State = YamlState.FlowMappingKey;
                _node.InFlow(!_tokens.Took<Value>() || _tokens.Peek() is FlowEntry or FlowMappingEnd);
                break;
            case YamlState.FlowMappingEmptyValue:
                _tape.State = YamlState.FlowMappingKey;
                _node.InFlow(isEmpty: true);
                break;
        }
    }

    private void BlockItem(bool isIndentless)
    {
        Token token = _tokens.Peek();
        if (_tokens.Took<BlockEntry>())
        {
            Token next = _tokens.Peek();
            bool isEmpty = next is BlockEntry or BlockEnd || (isIndentless && next is Key or Value);
            _node.InBlock(isEmpty);
            return;
        }

        if (!isIndentless && !_tokens.Took<BlockEnd>())
        {
            throw _tokens.Error(token, "did not find expected '-' indicator");
        }

        _tape.Close();
    }

    private void BlockKey()
    {
        Token token = _tokens.Peek();
        if (_tokens.Took<Key>())
        {
            _tape.State = YamlState.BlockMappingValue;
            _node.InBlock(_tokens.Peek() is Key or Value or BlockEnd, mayBeIndentless: true);
        }
        else if (_tokens.Took<BlockEnd>())
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
        _node.InBlock(!_tokens.Took<Value>() || _tokens.Peek() is Key or Value or BlockEnd, mayBeIndentless: true);
    }

    private void FlowItem(bool isFirst)
    {
        _tape.State = YamlState.FlowSequenceEntry;
        if (!isFirst && _tokens.Peek() is not FlowSequenceEnd && !_tokens.Took<FlowEntry>())
        {
            throw _tokens.Error(_tokens.Peek(), "did not find expected ',' or ']'");
        }

        Token token = _tokens.Peek();
        if (_tokens.Took<FlowSequenceEnd>())
        {
            _tape.Close();
        }
        else if (_tokens.Took<Key>())
        {
            _tape.Open(token, YamlNodeKind.Mapping, YamlState.FlowPairKey, null);
        }
        else
        {
            _node.InFlow(isEmpty: false);
        }
    }

    private void FlowKey(bool isFirst)
    {
        if (!isFirst && _tokens.Peek() is not FlowMappingEnd && !_tokens.Took<FlowEntry>())
        {
            throw _tokens.Error(_tokens.Peek(), "did not find expected ',' or '}'");
        }

        if (_tokens.Took<FlowMappingEnd>())
        {
            _tape.Close();
        }
        else if (_tokens.Took<Key>())
        {
            _tape.State = YamlState.FlowMappingValue;
            _node.InFlow(_tokens.Peek() is Value or FlowEntry or FlowMappingEnd);
        }
        else
        {
            _tape.State = YamlState.FlowMappingEmptyValue;
            _node.InFlow(isEmpty: false);
        }
    }
}
