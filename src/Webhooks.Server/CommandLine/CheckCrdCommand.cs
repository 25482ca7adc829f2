using System.CommandLine;
using Webhooks.Server.Validating;

namespace Webhooks.Server.CommandLine;

/// <summary><c>webhooks check-crd</c>.</summary>
internal static class CheckCrdCommand
{
    private static readonly IReadOnlyList<string> Notes =
    [
        "What it checks:",
        "  What kube-apiserver 1.36 does before it takes a definition: names, versions, structural schemas, defaults that are",
        "  valid, list types and their keys, patterns (RE2), subresources, printer columns; and what it would warn of. The",
        "  text of x-kubernetes-validations (CEL) is not compiled, nor is what they cost.",
        "",
        .. JudgementFlags.Notes,
    ];

    public static Command Create(Terminal terminal)
    {
        Argument<string[]> files = new("files")
        {
            Description = "CustomResourceDefinitions: files, folders (.yaml, .yml and .json, recursively) or - for standard input.",
            HelpName = "FILE|DIR|-",
            Arity = ArgumentArity.OneOrMore,
        };
        JudgementFlags flags = new();
        Command command = new("check-crd", "Say of CustomResourceDefinitions whether an API server would take them, and why not.") { files };
        flags.AddTo(command);
        ExamplesHelp.AddTo(
            command,
            Notes,
            [
                "# check a definition",
                "webhooks check-crd deploy/crds/users.yaml",
                "# check what controller-gen made, and fail on nothing but errors",
                "webhooks check-crd config/crd/ || [ $? -eq 3 ]",
                "# list each fault with its place",
                "webhooks check-crd crds/ -o json | jq -r '.file as $f | .causes[] | \"\\($f):\\(.line): \\(.field): \\(.message)\"'",
            ]);
        command.SetAction(parsed => new CheckCrdRun(
            parsed.GetRequiredValue(files), flags.Validation(parsed), flags.Format(parsed), terminal).Run());
        return command;
    }
}
