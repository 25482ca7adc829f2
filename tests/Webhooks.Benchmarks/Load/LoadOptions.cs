using System.Globalization;

namespace Webhooks.Benchmarks.Load;

/// <summary>What is measured, and for how long.</summary>
/// <param name="Echoes">The published echo servers: the first is the floor, others are compared to it.</param>
/// <param name="Servers">Published <c>webhooks</c>; none to measure echo servers alone.</param>
/// <param name="Seconds">How long each subject is loaded in all, in rounds of a second; default 20.</param>
/// <param name="Starts">How often each executable is started; default 10.</param>
internal sealed record LoadOptions(IReadOnlyList<string> Echoes, IReadOnlyList<string> Servers, int Seconds, int Starts)
{
    public const string Usage = "load --echo FILE [--echo FILE]… [--server FILE]… [--seconds N] [--starts N]";

    /// <summary>Reads the arguments after <c>load</c>; null when they are not as <see cref="Usage"/> says.</summary>
    public static LoadOptions? Parse(ReadOnlySpan<string> arguments)
    {
        LoadOptions options = new([], [], 20, 10);
        for (; arguments is [var name, var value, ..]; arguments = arguments[2..])
        {
            bool isNumber = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0;
            LoadOptions? next = name switch
            {
                "--echo" => options with { Echoes = [.. options.Echoes, Path.GetFullPath(value)] },
                "--server" => options with { Servers = [.. options.Servers, Path.GetFullPath(value)] },
                "--seconds" when isNumber => options with { Seconds = number },
                "--starts" when isNumber => options with { Starts = number },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return arguments.IsEmpty && options.Echoes.Count > 0 ? options : null;
    }
}
