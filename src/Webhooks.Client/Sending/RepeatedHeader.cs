namespace Webhooks.Client.Sending;

/// <summary>
/// Writes a header several times, on lines of its own. The handler joins the values of one name by commas, which an API
/// server reads as one group with commas in its name: so they come as one value, and become lines as they are encoded.
/// </summary>
/// <param name="name">The header.</param>
internal sealed class RepeatedHeader(string name) : HeaderEncoding
{
    /// <summary>What stands between values. No value may have it.</summary>
    public const char Separator = '\u001f';

    private readonly string _line = $"\r\n{name}: ";

    protected override string Written(string value) => value.Replace($"{Separator}", _line, StringComparison.Ordinal);

    protected override int MaxWritten(int length) => length * _line.Length;
}
