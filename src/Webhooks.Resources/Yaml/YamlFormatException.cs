namespace Webhooks.Resources.Yaml;

/// <summary>Text that is not YAML as Kubernetes reads it, or that exceeds a limit of the reader.</summary>
public sealed class YamlFormatException : FormatException
{
    /// <summary>The most characters of <see cref="Problem"/>: what it quotes of the input may be long.</summary>
    public const int MaxProblemLength = 500;

    /// <summary>Makes an error at a place of the input; the message starts with it (<c>line 3, column 5: …</c>).</summary>
    /// <param name="problem">What is wrong and, where it can be said, what to do; without the place.</param>
    /// <param name="line">Line of the whole input, from 1.</param>
    /// <param name="column">Column in UTF-16 units, from 1.</param>
    public YamlFormatException(string problem, int line, int column)
        : base($"line {line}, column {column}: {Shorten(problem)}")
    {
        Problem = Shorten(problem);
        Line = line;
        Column = column;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; }

    /// <summary>Line of the whole input, from 1.</summary>
    public int Line { get; }

    /// <summary>Column in UTF-16 units, from 1.</summary>
    public int Column { get; }

    private static string Shorten(string problem) =>
        problem.Length <= MaxProblemLength ? problem : string.Concat(problem.AsSpan(0, MaxProblemLength - 1), "…");
}
