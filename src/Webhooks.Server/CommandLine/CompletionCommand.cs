using System.CommandLine;

namespace Webhooks.Server.CommandLine;

/// <summary><c>webhooks completion bash|zsh</c>.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        # bash completion for webhooks. Load it with: source <(webhooks completion bash)
        _webhooks() {
            local line=${COMP_LINE:0:COMP_POINT}
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(webhooks "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _webhooks webhooks

        """;

    private const string Zsh = """
        #compdef webhooks
        # zsh completion for webhooks. Load it with: source <(webhooks completion zsh)
        _webhooks() {
            local line=${BUFFER[1,$CURSOR]}
            local -a words_found
            words_found=("${(@f)$(webhooks "[suggest:${#line}]" "$line" 2>/dev/null)}")
            compadd -- $words_found
            _files
        }
        compdef _webhooks webhooks

        """;

    public static Command Create(Terminal terminal)
    {
        Command command = new("completion", "Print a script that completes commands and options in your shell.");
        command.Subcommands.Add(Script("bash", Bash, terminal));
        command.Subcommands.Add(Script("zsh", Zsh, terminal));
        ExamplesHelp.AddTo(command, "source <(webhooks completion bash)", "webhooks completion zsh > \"${fpath[1]}/_webhooks\"");
        command.SetAction(parsed =>
        {
            terminal.Fail("a shell is needed: webhooks completion bash or webhooks completion zsh");
            return ExitCode.Usage;
        });
        return command;
    }

    private static Command Script(string shell, string script, Terminal terminal)
    {
        Command command = new(shell, $"Print the script for {shell}.");
        command.SetAction(parsed =>
        {
            terminal.Write(script);
            return ExitCode.Fine;
        });
        return command;
    }
}
