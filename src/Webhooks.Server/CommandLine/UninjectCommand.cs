using System.CommandLine;
using Webhooks.Server.Injecting;

namespace Webhooks.Server.CommandLine;

/// <summary><c>webhooks uninject</c>.</summary>
internal static class UninjectCommand
{
    private static readonly IReadOnlyList<string> Notes =
    [
        "What it takes off:",
        "  All that the status annotation of a workload's pod template, or of a Pod, lists, and that annotation itself.",
        "  What injection had replaced comes back: the object is as its author wrote it. The annotations that ask for",
        "  templates stay. Nothing else is asked: neither templates, nor the objects in the cluster, nor namespaces,",
        "  so there are no options for them. A status that proves nothing gives a warning, and its object stays as it is.",
        "  An AdmissionReview is passed through, with a note.",
        "",
        .. DocumentOutput.Notes,
        "",
        "Exit codes: 0 fine, warnings included; 2 wrong usage or unreadable input.",
        "",
    ];

    public static Command Create(Terminal terminal)
    {
        Option<string[]> files = InputFiles.Create("Manifests to take off what was injected");
        Option<string> output = DocumentOutput.Create();
        Option<string> prefix = AnnotationPrefix.Create();
        Command command = new("uninject", "Take everything off workloads and Pods that templates brought: the inverse of inject.") { files, output, prefix };
        ExamplesHelp.AddTo(
            command,
            Notes,
            [
                "# a Deployment in the cluster as its author wrote it",
                "kubectl get deployment web -o yaml | webhooks uninject -f -",
                "# see what was injected into everything of a namespace",
                "kubectl get deployments,statefulsets,daemonsets -o yaml | webhooks uninject -f - -o diff",
                "# inject today's templates into manifests that have older ones",
                "webhooks uninject -f manifests/ | webhooks inject -f - --templates templates/",
            ]);
        command.SetAction(parsed => new UninjectRun(
            parsed.GetRequiredValue(files), AnnotationPrefix.Read(parsed, prefix), DocumentOutput.Read(parsed, output), terminal).Run());
        return command;
    }
}
