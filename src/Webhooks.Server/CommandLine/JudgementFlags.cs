using System.CommandLine;
using Webhooks.Schemas.Decoding;
using Webhooks.Server.Validating;

namespace Webhooks.Server.CommandLine;

/// <summary>The options of the commands that say what an API server would.</summary>
internal sealed class JudgementFlags
{
    private const string Text = "text";
    private const string Json = "json";
    private static readonly string[] Modes = [nameof(FieldValidation.Strict), nameof(FieldValidation.Warn), nameof(FieldValidation.Ignore)];

    private readonly Option<string> _validation = new("--field-validation")
    {
        Description = "Members that the schema does not know, or that stand there twice: Strict refuses them, as kubectl has it; Warn and Ignore drop them.",
        HelpName = string.Join('|', Modes),
        DefaultValueFactory = _ => nameof(FieldValidation.Strict),
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "How to print the verdicts.",
        HelpName = $"{Text}|{Json}",
        DefaultValueFactory = _ => Text,
    };

    /// <summary>What the formats print and what the command ends with, for <c>--help</c>.</summary>
    public static IReadOnlyList<string> Notes { get; } =
    [
        "Output:",
        "  text   what kubectl would print, behind file:line:column; warnings and a summary go to standard error",
        "  json   one object per line: file, document, object, verdict (valid, invalid, unknown), code, reason, message,",
        "         causes, warnings, stored (what a server would store)",
        "",
        "Exit codes: 0 all valid, warnings included; 1 something is invalid; 2 wrong usage or unreadable files; 3 nothing is",
        "invalid, but something is unknown: it stands under x-kubernetes-validations (CEL), which are not evaluated yet.",
        "",
    ];

    public void AddTo(Command command)
    {
        Choice.Among(_validation, Modes);
        Choice.Among(_output, Text, Json);
        command.Options.Add(_validation);
        command.Options.Add(_output);
    }

    public FieldValidation Validation(ParseResult parsed) => Enum.Parse<FieldValidation>(parsed.GetRequiredValue(_validation));

    public JudgementFormat Format(ParseResult parsed) => parsed.GetRequiredValue(_output) == Json ? JudgementFormat.Json : JudgementFormat.Text;
}
