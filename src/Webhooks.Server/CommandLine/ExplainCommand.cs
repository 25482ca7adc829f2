using System.CommandLine;
using Webhooks.Server.Explaining;

namespace Webhooks.Server.CommandLine;

/// <summary><c>webhooks explain</c>.</summary>
internal static class ExplainCommand
{
    private const string Text = "text";
    private const string Json = "json";

    private static readonly IReadOnlyList<string> Notes =
    [
        "Output:",
        "  text   a block for each object that templates have to do with: what asks for them, what is decided and why,",
        "         and what is added, put back or taken off where. All other objects are counted at the end.",
        "         Coloured on a terminal unless NO_COLOR is set.",
        "         + injected  - removed  ~ put back as it was  = left alone  ! the object is denied because of it",
        "  json   one object per line, for each object and template: object, template, decision, reason, warnings, patch.",
        "         decision is inject, skip, deny or remove; template is null when none was asked for. The patch of the",
        "         object stands on its first line, [] for none; it is null on the others. Into a denied object nothing",
        "         is injected: a template that would have been has the decision skip and the reason injected.",
        "  Warnings stand with what they are about; errors and denials go to standard error too.",
        "",
        "Exit codes: 0 fine, warnings included; 1 a broken template or a denied object; 2 wrong usage or unreadable input.",
        "",
    ];

    public static Command Create(Terminal terminal)
    {
        InjectionOptionSet options = new();
        Option<string> output = new("--output", "-o")
        {
            Description = "How to print the explanation.",
            HelpName = $"{Text}|{Json}",
            DefaultValueFactory = _ => Text,
        };
        Choice.Among(output, Text, Json);
        Command command = new("explain", "Say why workloads and Pods get what templates bring, or do not: what inject and the webhook decide, in words.");
        options.AddTo(command);
        command.Options.Add(output);
        ExamplesHelp.AddTo(
            command,
            Notes,
            [
                "# why a Deployment gets its sidecar",
                "webhooks explain -f deploy/samples/helloworld.yaml --templates deploy/samples/templates",
                "# what a change would do to the workload in the cluster",
                "kubectl get deployment web -o yaml > old.yaml && webhooks explain -f web.yaml --old old.yaml --templates templates/",
                "# which objects of a folder ask for a template that there is not",
                "webhooks explain -f manifests/ --templates templates/ -o json | jq 'select(.reason == \"template-missing\").object'",
            ]);
        command.SetAction(parsed => new ExplainRun(
            options.Read(parsed), parsed.GetRequiredValue(output) == Json ? ExplainFormat.Json : ExplainFormat.Text, terminal).Run());
        return command;
    }
}
