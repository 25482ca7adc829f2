using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Webhooks.Resources.Yaml;

/// <summary>
/// The tokens of one document from YamlDotNet's scanner, held to what go-yaml's scanner would say: where the two
/// part, the document is refused rather than read differently.
/// </summary>
internal sealed class YamlTokens
{
    private readonly string _text;
    private readonly int _lineOffset;
    private readonly Scanner _scanner;
    private readonly YamlTokenCheck _check;
    private Token? _next;
    private Mark _end = Mark.Empty;

    /// <param name="text">The document, decoded.</param>
    /// <param name="line">The line of the whole input that it starts on.</param>
    public YamlTokens(string text, int line)
    {
        _text = EndsInDirective(text) ? text + '\n' : text;
        _lineOffset = line - 1;
        _scanner = new Scanner(new StringReader(_text), skipComments: true);
        _check = new YamlTokenCheck(_text);
    }

    /// <summary>Where the last token ended that was taken away.</summary>
    public YamlPosition End => PositionOf(_end);

    /// <summary>The next token, which stays.</summary>
    /// <exception cref="YamlFormatException">The text is not YAML.</exception>
    public Token Peek() => _next ??= Read();

    /// <summary>Takes the next token away.</summary>
    public void Skip()
    {
        _end = Peek().End;
        _next = null;
    }

    /// <summary>Takes the next token away if it is of a kind.</summary>
    public bool Took<T>()
        where T : Token
    {
        if (Peek() is not T)
        {
            return false;
        }

        Skip();
        return true;
    }

    /// <summary>Where a token starts.</summary>
    public YamlPosition PositionOf(Token token) => PositionOf(token.Start);

    /// <summary>The error of something at a token.</summary>
    public YamlFormatException Error(Token token, string problem) => Error(PositionOf(token), problem);

    /// <summary>The error of something at a place.</summary>
    public static YamlFormatException Error(YamlPosition position, string problem) => new(problem, position.Line, position.Column);

    /// <summary>
    /// True for a text whose last line is a directive without a line break. YamlDotNet 16.3.0 looks for the break
    /// behind the end, some 2^31 times, where the text's length is a multiple of its buffer's 1024.
    /// </summary>
    private static bool EndsInDirective(string text) => text.AsSpan(text.LastIndexOfAny(['\n', '\r']) + 1) is ['%', ..];

    private Token Read()
    {
        Token? token;
        try
        {
            token = _scanner.MoveNext() ? _scanner.Current : null;
        }
        catch (YamlException e)
        {
            throw Failure(e.Start == Mark.Empty ? _scanner.CurrentPosition : e.Start, e.End, e.Message);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException)
        {
            // The scanner's words for plain text in [] or {} that stands too far left; kubectl lets that pass.
            throw Error(PositionOf(_scanner.CurrentPosition), "text that goes on inside [] or {} must be indented deeper than the block around it");
        }

        if (token is null)
        {
            throw Error(PositionOf(_scanner.CurrentPosition), "the text ends too early");
        }

        if (token is Error error)
        {
            throw Failure(error.Start, error.End, error.Value);
        }

        if (_check.Problem(token) is { } problem)
        {
            throw Error(token, problem);
        }

        return token;
    }

    /// <summary>What the scanner found, in words of ours where its own don't say what to do.</summary>
    private YamlFormatException Failure(Mark start, Mark end, string words)
    {
        ScannerProblem problem = ScannerProblem.Of(words);
        return Error(PositionOf(problem.IsAtEnd && end != Mark.Empty ? end : start), problem.Text);
    }

    private YamlPosition PositionOf(Mark mark) => new((int)mark.Line + _lineOffset, (int)mark.Column);
}
