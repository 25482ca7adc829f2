using System.CommandLine;
using System.CommandLine.Parsing;

namespace Webhooks.Server.CommandLine;

/// <summary>The command <c>webhooks</c> with all its subcommands.</summary>
internal static class WebhooksCommand
{
    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, Terminal terminal)
    {
        RootCommand root = Create(terminal);
        ParseResult parsed = root.Parse(args);
        using StreamWriter output = new(terminal.Output, leaveOpen: true) { AutoFlush = true };
        InvocationConfiguration configuration = new() { Output = output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        if (parsed.Errors.Count > 0 && parsed.Action is not { ClearsParseErrors: true })
        {
            return Refuse(parsed, terminal);
        }

        try
        {
            return parsed.Invoke(configuration);
        }
        catch (CommandException failure)
        {
            foreach (string problem in failure.Problems)
            {
                terminal.Fail(problem);
            }

            return ExitCode.Usage;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            terminal.Fail(failure.Message);
            return ExitCode.Usage;
        }
    }

    private static RootCommand Create(Terminal terminal)
    {
        RootCommand root = new("Admission webhooks for Kubernetes that inject sidecars from templates, and the same decisions offline.");
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(InjectCommand.Create(terminal));
        root.Subcommands.Add(UninjectCommand.Create(terminal));
        root.Subcommands.Add(ExplainCommand.Create(terminal));
        root.Subcommands.Add(LintCommand.Create(terminal));
        root.Subcommands.Add(ValidateCommand.Create(terminal));
        root.Subcommands.Add(CheckCrdCommand.Create(terminal));
        root.Subcommands.Add(CompletionCommand.Create(terminal));
        ExamplesHelp.AddTo(root, "webhooks inject -f deploy/samples/helloworld.yaml --templates deploy/samples/templates", "webhooks explain -f deploy/samples/helloworld.yaml --templates deploy/samples/templates", "webhooks lint deploy/samples", "webhooks inject --help");
        root.SetAction(parsed =>
        {
            terminal.Fail("a command is needed: serve, inject, uninject, explain, lint, validate, check-crd or completion; webhooks --help explains them");
            return ExitCode.Usage;
        });
        return root;
    }

    private static int Refuse(ParseResult parsed, Terminal terminal)
    {
        foreach (ParseError error in parsed.Errors)
        {
            terminal.Fail(error.Message);
        }

        string command = parsed.CommandResult.Command is RootCommand ? "webhooks" : $"webhooks {parsed.CommandResult.Command.Name}";
        terminal.Error.WriteLine($"Run '{command} --help' for what it takes.");
        return ExitCode.Usage;
    }
}
