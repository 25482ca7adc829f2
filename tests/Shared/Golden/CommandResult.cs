namespace Webhooks.Shared.Golden;

/// <summary>What a command printed and ended with.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output, decoded from UTF-8; a byte order mark is kept.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record CommandResult(int ExitCode, string Output, string Errors);
