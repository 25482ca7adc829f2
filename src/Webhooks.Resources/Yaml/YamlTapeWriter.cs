using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Webhooks.Resources.Yaml;

/// <summary>Puts nodes onto a tape: resolves scalars, member names and aliases as they come.</summary>
internal sealed class YamlTapeWriter
{
    private const string ContainerName = "a mapping or a sequence can't be a member's name; quote it if it is text";

    private readonly YamlTokens _tokens;
    private readonly int _maxDepth;
    private readonly Dictionary<string, int> _anchors = [];
    private readonly Stack<Frame> _open = new();
    private Frame _top;

    public YamlTapeWriter(YamlTokens tokens, int maxDepth)
    {
        _tokens = tokens;
        _maxDepth = maxDepth;
    }

    public YamlTape Tape { get; } = new();

    /// <summary>Whether a container is open.</summary>
    public bool IsOpen => _open.Count > 0;

    /// <summary>The state of the innermost open container.</summary>
    public ref YamlState State => ref _top.State;

    /// <summary>Opens a container.</summary>
    public void Open(Token token, YamlNodeKind kind, YamlState state, string? anchor)
    {
        if (IsKeyNext)
        {
            throw _tokens.Error(token, ContainerName);
        }

        if (_open.Count >= _maxDepth)
        {
            throw _tokens.Error(token, $"more than {_maxDepth} mappings and sequences inside one another");
        }

        int node = Add(new YamlNode { Kind = kind, Position = _tokens.PositionOf(token) }, anchor);
        _open.Push(_top);
        _top = new Frame(state, node, kind == YamlNodeKind.Mapping);
    }

    /// <summary>Closes the innermost container.</summary>
    public void Close()
    {
        Tape[_top.Node].End = Tape.Count;
        if (_top.IsMapping)
        {
            YamlNames.Check(Tape, _top.Node, Path);
        }

        _top = _open.Pop();
    }

    /// <summary>Adds a scalar.</summary>
    public void Scalar(Scalar token, YamlProperties properties)
    {
        bool isPlain = token.Style == ScalarStyle.Plain && properties.Tag is null;
        bool isMerge = token.Value == "<<" && (isPlain || properties.Tag is "!" or YamlTags.Merge);
        AddScalar(_tokens.PositionOf(token), YamlScalar.Read(token.Value, properties.Tag, isPlain), properties, isMerge);
    }

    /// <summary>Adds the scalar of nothing at all, behind what was read last.</summary>
    /// <param name="properties">An anchor and a tag that stand there nevertheless.</param>
    public void Empty(YamlProperties properties) =>
        AddScalar(_tokens.End, YamlScalar.Read("", properties.Tag, plain: true), properties, isMerge: false);

    /// <summary>Adds an alias.</summary>
    public void Alias(AnchorAlias token)
    {
        string name = token.Value.Value;
        if (!_anchors.TryGetValue(name, out int target))
        {
            throw _tokens.Error(token, $"unknown anchor '{name}' referenced; quote it if it is text");
        }

        YamlNode meant = Tape[target];
        if (meant.End == 0)
        {
            throw _tokens.Error(token, $"anchor '{name}' value contains itself");
        }

        Add(
            new YamlNode
            {
                Kind = YamlNodeKind.Alias,
                Target = target,
                Position = _tokens.PositionOf(token),
                Name = IsKeyNext ? NameOf(_tokens.PositionOf(token), meant) : null,
            },
            anchor: null);
    }

    private bool IsKeyNext => _top.IsMapping && _top.Children % 2 == 0;

    private void AddScalar(YamlPosition place, YamlScalar scalar, YamlProperties properties, bool isMerge)
    {
        bool isKey = IsKeyNext;
        if (scalar.Kind == YamlScalarKind.Unreadable)
        {
            throw YamlTokens.Error(place, scalar.Text);
        }

        YamlNode node = new()
        {
            Kind = YamlNodeKind.Scalar,
            ScalarKind = scalar.Kind,
            Position = place,
            Text = scalar.Text,
            IsMerge = isKey && isMerge,
        };
        node.Name = isKey ? NameOf(place, node) : null;
        Add(node, properties.Anchor);
    }

    private static string NameOf(YamlPosition place, YamlNode node) => node.Kind == YamlNodeKind.Scalar
        ? new YamlScalar(node.ScalarKind, node.Text!).ToName()
            ?? throw YamlTokens.Error(place, $"{(node.ScalarKind == YamlScalarKind.Null ? "null" : node.Text)} can't be a member's name; quote it")
        : throw YamlTokens.Error(place, ContainerName);

    private int Add(YamlNode node, string? anchor)
    {
        int index = Tape.Count;
        bool isContainer = node.Kind is YamlNodeKind.Mapping or YamlNodeKind.Sequence;
        node.End = isContainer ? 0 : index + 1;
        if (IsKeyNext)
        {
            _top.Key = index;
        }

        _top.Children++;
        if (node.IsMerge)
        {
            Tape[_top.Node].NeedsMerging = true;
        }

        if (anchor is not null)
        {
            _anchors[anchor] = index;
        }

        return Tape.Add(node);
    }

    /// <summary>The path of the innermost container.</summary>
    private FieldPath Path()
    {
        FieldPath path = new();
        foreach (Frame frame in _open.Reverse().Skip(1))
        {
            if (frame.IsMapping)
            {
                path.Member(Tape[frame.Key].Name!);
            }
            else
            {
                path.Item(frame.Children - 1);
            }
        }

        return path;
    }

    /// <summary>An open container.</summary>
    private struct Frame(YamlState state, int node, bool isMapping)
    {
        public YamlState State = state;

        /// <summary>How many keys and values, or items, it has so far.</summary>
        public int Children;

        /// <summary>The node of its last key.</summary>
        public int Key;

        public readonly int Node = node;

        public readonly bool IsMapping = isMapping;
    }
}
