using System.CommandLine;
using Webhooks.Admission.Linting;
using Webhooks.Admission.PodSecurity;
using Webhooks.Server.Linting;

namespace Webhooks.Server.CommandLine;

/// <summary><c>webhooks lint</c>.</summary>
internal static class LintCommand
{
    private const string Text = "text";
    private const string Json = "json";
    private const string Privileged = "privileged";
    private const string Baseline = "baseline";
    private const string Restricted = "restricted";

    private static readonly IReadOnlyList<string> Notes =
    [
        "What it finds:",
        "  error    a template that would be refused, with all that is wrong with it; a document that can't be read",
        "  warning  what a template would add that the Pod Security level baseline forbids; an annotation or label",
        "           under the prefix that is misspelt, has a value that is not understood, or asks for a template that",
        "           none of the files has (where they have any)",
        "  note     what a template would add that only the level restricted forbids",
        "  Templates are ConfigMaps named <template>-initializer, in Lists too, and documents without a kind, which are",
        "  named by their file. Pod Security checks are those of Kubernetes 1.36.",
        "",
        "Output:",
        "  text   file:line:column: severity: message [level]",
        "  json   one object per line: file, line, column, severity, check, level, template, message",
        "  In the order of files, lines and columns; a summary goes to standard error.",
        "",
        "Exit codes: 0 fine, warnings and notes included; 1 an error; 2 wrong usage or unreadable files.",
        "",
    ];

    public static Command Create(Terminal terminal)
    {
        Argument<string[]> files = new("files")
        {
            Description = "Templates and manifests: files, folders (.yaml, .yml and .json, recursively) or - for standard input.",
            HelpName = "FILE|DIR|-",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> output = new("--output", "-o")
        {
            Description = "How to print what is found.",
            HelpName = $"{Text}|{Json}",
            DefaultValueFactory = _ => Text,
        };
        Choice.Among(output, Text, Json);
        Option<string> level = new("--pod-security")
        {
            Description = "The Pod Security level to hold templates against; privileged forbids nothing.",
            HelpName = $"{Privileged}|{Baseline}|{Restricted}",
            DefaultValueFactory = _ => Restricted,
        };
        Choice.Among(level, Privileged, Baseline, Restricted);
        Option<string> prefix = AnnotationPrefix.Create();
        Command command = new("lint", "Check templates, what they would add to Pods, and the annotations that ask for them.") { files, output, level, prefix };
        ExamplesHelp.AddTo(
            command,
            Notes,
            [
                "# check a folder of templates and the manifests that ask for them",
                "webhooks lint deploy/samples",
                "# check templates only for what a namespace at level baseline would refuse",
                "webhooks lint templates/ --pod-security baseline",
                "# list the templates of a cluster that bring privileged containers",
                "kubectl get configmaps -n webhooks-system -o yaml | webhooks lint - -o json | jq 'select(.check == \"privileged\").template'",
            ]);
        command.SetAction(parsed => new LintRun(
            new Linter(AnnotationPrefix.Read(parsed, prefix), LevelOf(parsed.GetRequiredValue(level))),
            parsed.GetRequiredValue(files),
            parsed.GetRequiredValue(output) == Json ? LintFormat.Json : LintFormat.Text,
            terminal).Run());
        return command;
    }

    private static PodSecurityLevel? LevelOf(string word) => word switch
    {
        Baseline => PodSecurityLevel.Baseline,
        Restricted => PodSecurityLevel.Restricted,
        _ => null,
    };
}
