namespace Webhooks.Server.CommandLine;

/// <summary>Ends a command with exit code 2: wrong usage, or input that can't be read.</summary>
internal sealed class CommandException(params IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>What is wrong, one line each, with place and remedy.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
