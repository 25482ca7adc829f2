using System.CommandLine;

namespace Webhooks.Server.CommandLine;

/// <summary>The option <c>-f</c>.</summary>
internal static class InputFiles
{
    /// <param name="what">What is in the files and what becomes of it, as the start of a sentence.</param>
    public static Option<string[]> Create(string what) => new("--filename", "-f")
    {
        Description = $"{what}: a file, a folder (.yaml, .yml and .json, recursively) or - for standard input. Repeatable.",
        HelpName = "FILE|DIR|-",
        Required = true,
    };
}
