using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Webhooks.Shared.Golden;

/// <summary>Runs a case in every format that it has expectations for, and gives the files it should have.</summary>
internal static class GoldenRun
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1000 };

    /// <summary>The texts by file name; what printed nothing is left out.</summary>
    /// <param name="one">The case.</param>
    /// <param name="webhooks">Runs a command line.</param>
    /// <exception cref="InvalidOperationException">The formats disagree about errors or the exit code.</exception>
    public static IReadOnlyDictionary<string, string> Of(GoldenCase one, Func<string[], CommandResult> webhooks)
    {
        Dictionary<string, string> files = [];
        CommandResult? first = null;
        foreach ((string format, string file, bool isOptional) in GoldenFile.Outputs)
        {
            if (isOptional && !one.Has(file))
            {
                continue;
            }

            CommandResult result = webhooks(one.Arguments(format));
            first ??= result;
            if (result.ExitCode != first.ExitCode || result.Errors != first.Errors)
            {
                throw new InvalidOperationException(
                    $"{one.Name}: -o {format} ends with {result.ExitCode} and says\n{result.Errors}\nwhere -o {GoldenFile.Outputs[0].Format} ends with {first.ExitCode} and says\n{first.Errors}");
            }

            Enter(files, file, file == GoldenFile.Patch ? OperationsOnLines(result.Output) : one.Local(result.Output));
        }

        Enter(files, GoldenFile.Errors, one.Local(first!.Errors));
        Enter(files, GoldenFile.Exit, first.ExitCode == 0 ? "" : first.ExitCode.ToString(CultureInfo.InvariantCulture) + "\n");
        return files;
    }

    /// <summary>Patches, one a line, with each operation on a line of its own: what a person reads in a review.</summary>
    public static string OperationsOnLines(string patches)
    {
        StringBuilder text = new();
        foreach (string patch in patches.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument document = JsonDocument.Parse(patch, Deep);
            string operations = string.Join(",\n", document.RootElement.EnumerateArray().Select(operation => "  " + operation.GetRawText()));
            text.Append(operations.Length == 0 ? "[]\n" : $"[\n{operations}\n]\n");
        }

        return text.ToString();
    }

    private static void Enter(Dictionary<string, string> files, string file, string text)
    {
        if (text.Length > 0)
        {
            files[file] = text;
        }
    }
}
