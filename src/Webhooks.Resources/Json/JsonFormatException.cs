namespace Webhooks.Resources.Json;

/// <summary>The one error of reading JSON: says what is wrong and at which byte.</summary>
public sealed class JsonFormatException : FormatException
{
    /// <summary>An error at <paramref name="offset"/>.</summary>
    /// <param name="message">What is wrong, without the place.</param>
    /// <param name="offset">Bytes from the start of the text.</param>
    public JsonFormatException(string message, int offset)
        : base($"{message}, at byte {offset}")
    {
        Problem = message;
        Offset = offset;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; }

    /// <summary>Where: bytes from the start of the text, 0 for the first.</summary>
    public int Offset { get; }
}
