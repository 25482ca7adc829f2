namespace Webhooks.FunctionalTests.Kubectl;

/// <summary>One command of a session and what it prints.</summary>
/// <param name="Comment">The lines above it that say what it is about, each ended by a line break; empty for none.</param>
/// <param name="Command">The command line, as a shell takes it.</param>
/// <param name="Output">Standard output and errors as they come, without line breaks at the end; then <c>[exit N]</c> unless N is 0.</param>
internal sealed record SessionStep(string Comment, string Command, string Output);
