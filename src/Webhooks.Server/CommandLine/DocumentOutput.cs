using System.CommandLine;
using Webhooks.Server.Injecting;

namespace Webhooks.Server.CommandLine;

/// <summary>The option <c>-o</c> of the commands that print documents.</summary>
internal static class DocumentOutput
{
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
