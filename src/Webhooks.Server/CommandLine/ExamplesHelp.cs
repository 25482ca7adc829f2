using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Webhooks.Server.CommandLine;

/// <summary>The library's help, followed by notes and examples.</summary>
internal sealed class ExamplesHelp(HelpAction help, IReadOnlyList<string> lines) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public static void AddTo(Command command, params IReadOnlyList<string> examples) => AddTo(command, [], examples);

    public static void AddTo(Command command, IReadOnlyList<string> notes, IReadOnlyList<string> examples)
    {
        HelpOption option = command.Options.OfType<HelpOption>().FirstOrDefault() ?? new HelpOption();
        if (!command.Options.Contains(option))
        {
            command.Options.Add(option);
        }

        option.Action = new ExamplesHelp((HelpAction)option.Action!, [.. notes, "Examples:", .. examples.Select(example => $"  {example}")]);
    }

    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        foreach (string line in lines)
        {
            output.WriteLine(line);
        }

        return ExitCode.Fine;
    }
}
