namespace Webhooks.Resources.Yaml;

/// <summary>Counts what aliases and merges expand to, and stops a document that expands to too much.</summary>
internal sealed class YamlBudget
{
    private readonly YamlLimits _limits;
    private int _nodes;
    private long _bytes;

    public YamlBudget(YamlLimits limits)
    {
        _limits = limits;
    }

    /// <summary>Counts a value or a member.</summary>
    /// <exception cref="YamlFormatException">It is one too many.</exception>
    public void CountNode(YamlPosition position)
    {
        if (++_nodes > _limits.MaxExpandedNodes)
        {
            throw new YamlFormatException($"aliases expand to more than {_limits.MaxExpandedNodes} values", position.Line, position.Column);
        }
    }

    /// <summary>Counts JSON text.</summary>
    /// <exception cref="YamlFormatException">It is too much.</exception>
    public void CountBytes(int bytes, YamlPosition position)
    {
        _bytes += bytes;
        if (_bytes > _limits.MaxExpandedBytes)
        {
            throw new YamlFormatException($"aliases expand to more than {_limits.MaxExpandedBytes} bytes", position.Line, position.Column);
        }
    }
}
