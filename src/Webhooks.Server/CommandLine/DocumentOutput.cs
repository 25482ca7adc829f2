using System.CommandLine;
using Webhooks.Server.Injecting;

namespace Webhooks.Server.CommandLine;

/// <summary>The option <c>-o</c> of the commands that print documents.</summary>
internal static class DocumentOutput
{
    /// <summary>What the formats print, for the help of a command.</summary>
    public static IReadOnlyList<string> Notes { get; } =
    [
        "Output:",
        "  yaml   every document; those that did not change byte for byte, comments and all. A changed document keeps",
        "         members and values, but its comments and spellings that JSON lacks (0x3E8) are lost.",
        "  json   one Kubernetes object per line",
        "  patch  one JSON Patch (RFC 6902) per document, [] for none",
        "  diff   what changes, coloured on a terminal unless NO_COLOR is set",
    ];

    public static Option<string> Create()
    {
        Option<string> output = new("--output", "-o")
        {
            Description = "How to print the result.",
            DefaultValueFactory = _ => OutputFormats.Names[0],
            HelpName = string.Join('|', OutputFormats.Names),
        };
        Choice.Among(output, OutputFormats.Names);
        return output;
    }

    public static OutputFormat Read(ParseResult parsed, Option<string> option) => OutputFormats.Parse(parsed.GetRequiredValue(option));
}
