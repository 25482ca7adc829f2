using System.Text;

namespace Webhooks.Server.CommandLine;

/// <summary>Where a command reads from and writes to.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output, for results only.</param>
/// <param name="Error">Standard error, for everything said to people.</param>
/// <param name="UsesColor">Whether the output is a terminal whose user wants colours.</param>
internal sealed record Terminal(Stream Input, Stream Output, TextWriter Error, bool UsesColor)
{
    /// <summary>The process's own.</summary>
    public static Terminal OfProcess() => new(
        Console.OpenStandardInput(),
        Console.OpenStandardOutput(),
        new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true },
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb");

    public void Warn(string text) => Error.WriteLine($"warning: {text}");

    public void Note(string text) => Error.WriteLine($"note: {text}");

    public void Fail(string text) => Error.WriteLine($"error: {text}");

    public void Write(string text) => Output.Write(Encoding.UTF8.GetBytes(text));
}
