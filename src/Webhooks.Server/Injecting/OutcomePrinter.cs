using Webhooks.Resources.Json;
using Webhooks.Server.CommandLine;

namespace Webhooks.Server.Injecting;

/// <summary>Prints what became of the documents.</summary>
internal static class OutcomePrinter
{
    public static void Print(IReadOnlyList<DocumentOutcome> outcomes, OutputFormat format, Terminal terminal)
    {
        switch (format)
        {
            case OutputFormat.Yaml:
                YamlOutput yaml = new(terminal.Output);
                foreach (DocumentOutcome outcome in outcomes)
                {
                    yaml.Add(outcome);
                }

                break;
            case OutputFormat.Json:
                PrintLines(outcomes.SelectMany(JsonLines.Of), terminal);
                break;
            case OutputFormat.Patch:
                PrintLines(outcomes.Where(outcome => outcome.Document.Content != null).Select(outcome => outcome.Patch.ToString()), terminal);
                break;
            case OutputFormat.Diff:
                foreach (DocumentOutcome outcome in outcomes.Where(outcome => !outcome.Patch.IsEmpty))
                {
                    JsonValue after = outcome.Patch.Apply(outcome.Before).Freeze(JsonPolicy.Server);
                    terminal.Write(DocumentDiff.Of(outcome, after, terminal.UsesColor));
                }

                break;
        }
    }

    private static void PrintLines(IEnumerable<string> lines, Terminal terminal)
    {
        foreach (string line in lines)
        {
            terminal.Write(line + "\n");
        }
    }
}
