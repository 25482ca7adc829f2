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
        string injected = "";
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

            injected = format == "yaml" ? result.Output : injected;
            Enter(files, file, file == GoldenFile.Patch ? OperationsOnLines(result.Output) : one.Local(result.Output));
        }

        EnterEnd(files, one, first!);
        foreach ((string format, string file) in GoldenFile.Explanations.Where(explanation => one.Has(explanation.File)))
        {
            Enter(files, file, Explained(one, format, first!, webhooks));
        }

        if (one.Has(GoldenFile.Uninjected))
        {
            Enter(files, GoldenFile.Uninjected, Uninjected(one, injected, webhooks));
        }

        return files;
    }

    /// <summary>The files of a single run, which prints YAML: what a process of its own has to prove.</summary>
    public static IReadOnlyList<string> FilesOfOne { get; } = [GoldenFile.Yaml, GoldenFile.Errors, GoldenFile.Exit];

    /// <summary>The texts of a single run by file name; what printed nothing is left out.</summary>
    public static IReadOnlyDictionary<string, string> OfOne(GoldenCase one, Func<string[], CommandResult> webhooks)
    {
        Dictionary<string, string> files = [];
        CommandResult result = webhooks(one.Arguments("yaml"));
        Enter(files, GoldenFile.Yaml, one.Local(result.Output));
        EnterEnd(files, one, result);
        return files;
    }

    /// <summary>Warnings stand in the explanation itself; all else is as <c>inject</c> has it.</summary>
    private static string Explained(GoldenCase one, string format, CommandResult injected, Func<string[], CommandResult> webhooks)
    {
        CommandResult result = webhooks(one.Arguments("explain", format));
        string errors = string.Concat(injected.Errors.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("warning: ", StringComparison.Ordinal)).Select(line => line + "\n"));
        return result.ExitCode == injected.ExitCode && result.Errors == errors
            ? one.Local(result.Output)
            : throw new InvalidOperationException(
                $"{one.Name}: explain -o {format} ends with {result.ExitCode} and says\n{result.Errors}\nwhere inject ends with {injected.ExitCode} and says\n{injected.Errors}");
    }

    private static string Uninjected(GoldenCase one, string injected, Func<string[], CommandResult> webhooks)
    {
        string folder = Directory.CreateTempSubdirectory("golden").FullName;
        try
        {
            string file = Path.Combine(folder, GoldenFile.Yaml);
            File.WriteAllText(file, injected);
            return webhooks(one.Uninject(file)).Output;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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

    private static void EnterEnd(Dictionary<string, string> files, GoldenCase one, CommandResult result)
    {
        Enter(files, GoldenFile.Errors, one.Local(result.Errors));
        Enter(files, GoldenFile.Exit, result.ExitCode == 0 ? "" : result.ExitCode.ToString(CultureInfo.InvariantCulture) + "\n");
    }

    private static void Enter(Dictionary<string, string> files, string file, string text)
    {
        if (text.Length > 0)
        {
            files[file] = text;
        }
    }
}
