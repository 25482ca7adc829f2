using Webhooks.Resources.Json;

namespace Webhooks.Resources.Yaml;

/// <summary>
/// Writes a tape as JSON text, aliases and merges carried out, without recursion; notes where each row of the
/// resulting tree stood.
/// </summary>
internal sealed class YamlJson
{
    private readonly YamlTape _tape;
    private readonly YamlLimits _limits;
    private readonly YamlBudget _budget;
    private readonly PooledBuffer _buffer;
    private readonly JsonWriter _writer;
    private readonly List<YamlPosition> _positions = [];
    private readonly Stack<Frame> _open = new();

    private YamlJson(YamlTape tape, YamlLimits limits, PooledBuffer buffer)
    {
        _tape = tape;
        _limits = limits;
        _budget = new YamlBudget(limits);
        _buffer = buffer;
        _writer = new JsonWriter(buffer);
    }

    /// <summary>Writes a tape that has a node.</summary>
    /// <returns>The text, and a position per member name and per value in document order.</returns>
    /// <exception cref="YamlFormatException">The document exceeds a limit, or says a number that JSON can't.</exception>
    public static (byte[] Text, YamlPosition[] Positions) Write(YamlTape tape, YamlLimits limits)
    {
        using PooledBuffer buffer = new();
        YamlJson json = new(tape, limits, buffer);
        json.Value(0, isExpanded: false);
        while (json._open.TryPop(out Frame top))
        {
            json.Step(top);
        }

        return (buffer.WrittenSpan.ToArray(), [.. json._positions]);
    }

    private void Step(Frame top)
    {
        if (top.Next == top.End)
        {
            if (top.IsMapping)
            {
                _writer.EndObject();
            }
            else
            {
                _writer.EndArray();
            }

            return;
        }

        (int key, int value) = top.Child(_tape);
        _open.Push(top.Advance(_tape, value));
        if (key >= 0)
        {
            Name(key, top.IsExpanded);
        }

        Value(value, top.IsExpanded);
    }

    private void Name(int key, bool isExpanded)
    {
        YamlNode node = _tape[key];
        int before = _buffer.Length;
        _positions.Add(node.Position);
        _writer.WriteName(node.Name!);
        Count(isExpanded, before, node.Position);
    }

    private void Value(int index, bool isExpanded)
    {
        YamlNode node = _tape[index];
        YamlPosition position = node.Position;
        if (node.Kind == YamlNodeKind.Alias)
        {
            // Of the whole value the alias's place counts, of what is inside its own.
            isExpanded = true;
            index = node.Target;
            node = _tape[index];
        }

        int before = _buffer.Length;
        _positions.Add(position);
        switch (node.Kind)
        {
            case YamlNodeKind.Mapping:
                _writer.StartObject();
                Push(index, node, isExpanded, position);
                break;
            case YamlNodeKind.Sequence:
                _writer.StartArray();
                Push(index, node, isExpanded, position);
                break;
            default:
                Scalar(node, position);
                break;
        }

        Count(isExpanded, before, position);
    }

    private void Push(int index, in YamlNode node, bool isExpanded, YamlPosition position)
    {
        if (_open.Count >= _limits.MaxDepth)
        {
            throw new YamlFormatException(
                $"more than {_limits.MaxDepth} mappings and sequences inside one another", position.Line, position.Column);
        }

        _open.Push(node.NeedsMerging
            ? new Frame(YamlMerging.Members(_tape, index, _budget), isExpanded)
            : new Frame(index + 1, node.End, node.Kind == YamlNodeKind.Mapping, isExpanded));
    }

    private void Scalar(in YamlNode node, YamlPosition position)
    {
        switch (node.ScalarKind)
        {
            case YamlScalarKind.String:
                _writer.WriteString(node.Text!);
                break;
            case YamlScalarKind.NotFinite:
                throw new YamlFormatException(
                    $"{node.Text} is a number that JSON has no form for; quote it if it is text", position.Line, position.Column);
            default:
                Span<byte> literal = node.Text!.Length <= 256 ? stackalloc byte[node.Text.Length] : new byte[node.Text.Length];
                System.Text.Encoding.ASCII.GetBytes(node.Text, literal);
                _writer.WriteRaw(literal);
                break;
        }
    }

    private void Count(bool isExpanded, int before, YamlPosition position)
    {
        if (isExpanded)
        {
            _budget.CountNode(position);
            _budget.CountBytes(_buffer.Length - before, position);
        }
    }

    /// <summary>A container being written: a run of the tape, or a list of members.</summary>
    private readonly record struct Frame(int Next, int End, bool IsMapping, bool IsExpanded)
    {
        private readonly List<YamlMerging.Member>? _members;

        public Frame(List<YamlMerging.Member> members, bool isExpanded)
            : this(0, members.Count, IsMapping: true, isExpanded)
        {
            _members = members;
        }

        public (int Key, int Value) Child(YamlTape tape) =>
            _members is not null ? (_members[Next].Key, _members[Next].Value)
            : IsMapping ? (Next, tape[Next].End)
            : (-1, Next);

        public Frame Advance(YamlTape tape, int value) => this with { Next = _members is not null ? Next + 1 : tape[value].End };
    }
}
