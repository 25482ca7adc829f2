using System.CommandLine;
using Webhooks.Admission.Users;
using Webhooks.Server.Validating;

namespace Webhooks.Server.CommandLine;

/// <summary><c>webhooks validate</c>.</summary>
internal static class ValidateCommand
{
    private static readonly IReadOnlyList<string> Notes =
    [
        "How it decides:",
        "  As kube-apiserver 1.36 does, in its order and its words: decoding, pruning, defaults, then the schema's values. Users",
        "  are known, and held to the rules of the webhook as well (docs/users.md); other kinds are those of --crd and of the",
        "  CustomResourceDefinitions among the files. What only a cluster knows is not asked: whether a name is taken, say.",
        "  With --old an object that stands there is updated: what was wrong before and has not changed is let pass.",
        "  JSON is taken literally, 1.0 is no integer literal; YAML goes the way of kubectl, where 1.0 is 1. A .json file must be JSON.",
        "",
        .. JudgementFlags.Notes,
    ];

    public static Command Create(Terminal terminal)
    {
        Option<string[]> files = InputFiles.Create("Objects to look at");
        Option<string[]> definitions = new("--crd")
        {
            Description = "CustomResourceDefinitions of the objects' kinds: a file, a folder or -. Repeatable. Users need none.",
            HelpName = "FILE",
        };
        Option<string?> old = new("--old")
        {
            Description = "The objects as they are in the cluster: those that stand here too are updated, others created.",
            HelpName = "FILE",
        };
        Option<string> prefix = NamespacePrefix.Create();
        Option<string?> version = KubeVersionOption.Create(
            "Version of the API server, such as 1.33: where one before 1.36 may answer otherwise, the verdict is unknown. [default: 1.36]");
        JudgementFlags flags = new();
        Command command = new("validate", "Say of custom resources whether an API server would take them, and why not.") { files, definitions, old, prefix, version };
        flags.AddTo(command);
        ExamplesHelp.AddTo(
            command,
            Notes,
            [
                "# check a User",
                "webhooks validate -f deploy/samples/users/alice.yaml",
                "# check objects against a definition of your own",
                "webhooks validate -f widgets/ --crd widgets-crd.yaml",
                "# would this change be taken, as things stand in the cluster?",
                "kubectl get users alice -o yaml > old.yaml && webhooks validate -f alice.yaml --old old.yaml",
                "# list what is wrong, for a script",
                "webhooks validate -f users/ -o json | jq -r 'select(.verdict == \"invalid\") | .object.name, .causes[].field'",
            ]);
        command.SetAction(parsed => new ValidateRun(
            new ValidateSettings(
                parsed.GetRequiredValue(files),
                parsed.GetValue(definitions) ?? [],
                parsed.GetValue(old),
                flags.Validation(parsed),
                new UserOptions { NamespacePrefix = parsed.GetRequiredValue(prefix), OwnNamespace = OwnNamespace.Find() },
                KubeVersionOption.Read(parsed, version),
                flags.Format(parsed)),
            terminal).Run());
        return command;
    }
}
