using System.CommandLine;
using Webhooks.Server.Injecting;

namespace Webhooks.Server.CommandLine;

/// <summary><c>webhooks inject</c>.</summary>
internal static class InjectCommand
{
    private static readonly IReadOnlyList<string> Notes =
    [
        "How it decides:",
        "  The object that carries the annotation initializer.kubernetes.io/<template>: \"true\" is the object that is",
        "  changed: a workload's pod template, or a Pod. The template only adds; what the workload says wins.",
        "",
        .. DocumentOutput.Notes,
        "  For an AdmissionReview, yaml and json print the AdmissionReview that answers it.",
        "",
        "Exit codes: 0 fine, warnings included; 1 a broken template or a denied object; 2 wrong usage or unreadable input.",
        "",
    ];

    public static Command Create(Terminal terminal)
    {
        InjectionOptionSet options = new();
        Option<string> output = DocumentOutput.Create();
        Command command = new("inject", "Add to workloads and Pods what the templates bring that they ask for, as the webhook would.");
        options.AddTo(command);
        command.Options.Add(output);
        ExamplesHelp.AddTo(
            command,
            Notes,
            [
                "# print a Deployment with its sidecar",
                "webhooks inject -f deploy/samples/helloworld.yaml --templates deploy/samples/templates",
                "# see what would change in a folder of manifests",
                "webhooks inject -f manifests/ --templates templates/ -o diff",
                "# inject on the way to the cluster",
                "kustomize build . | webhooks inject -f - --templates templates/ | kubectl apply -f -",
                "# answer a recorded AdmissionReview",
                "webhooks inject -f review.json --templates templates/ -o json",
            ]);
        command.SetAction(parsed => new InjectRun(options.Read(parsed), DocumentOutput.Read(parsed, output), terminal).Run());
        return command;
    }
}
