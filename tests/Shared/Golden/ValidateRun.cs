using System.Text.RegularExpressions;

namespace Webhooks.Shared.Golden;

/// <summary>Runs a case as text and as JSON, and says all that is not as it should be.</summary>
internal static partial class ValidateRun
{
    /// <summary>The problems of the folder, the exit codes, the places and the texts; none when all is as expected.</summary>
    /// <param name="one">The case.</param>
    /// <param name="webhooks">Runs a command line with what is piped in.</param>
    public static string[] Problems(ValidateCase one, Func<string, string[], CommandResult> webhooks)
    {
        (CommandResult text, CommandResult json) = Run(one, webhooks);
        return
        [
            .. one.Problems(),
            .. Exits(one, text, json),
            .. Places(one, text.Output + text.Errors),
            .. GoldenComparison.Problems(one, Files(one, text, json)),
        ];
    }

    /// <summary>Writes the expectations anew.</summary>
    public static void Rewrite(ValidateCase one, Func<string, string[], CommandResult> webhooks)
    {
        (CommandResult text, CommandResult json) = Run(one, webhooks);
        GoldenComparison.Rewrite(one, Files(one, text, json));
    }

    private static (CommandResult Text, CommandResult Json) Run(ValidateCase one, Func<string, string[], CommandResult> webhooks) =>
        (webhooks(one.Input, one.Arguments("text")), webhooks(one.Input, one.Arguments("json")));

    private static IEnumerable<string> Exits(ValidateCase one, CommandResult text, CommandResult json)
    {
        if (one.ExitCode is { } promised && text.ExitCode != promised)
        {
            yield return $"{one.Name}: the exit code is {text.ExitCode}, not {promised} as of its group.";
        }

        if (json.ExitCode != text.ExitCode)
        {
            yield return $"{one.Name}: the exit code is {text.ExitCode} as text and {json.ExitCode} as JSON.";
        }
    }

    /// <summary>All that is found in YAML files stands in lines that are marked, and all that is marked is found.</summary>
    private static IEnumerable<string> Places(ValidateCase one, string printed)
    {
        string[] marked = [.. MarkedLines.Of(one, one.Sources)];
        string[] found = [.. Finding().Matches(one.Local(printed)).Where(match => !IsTitle(match.Value)).Select(match => match.Groups["place"].Value).Distinct()];
        string[] missed = [.. marked.Except(found)];
        string[] surplus = [.. found.Except(marked)];
        bool isPlain = missed.Length + surplus.Length == 0;
        if (!isPlain && !one.Has(ValidateCase.Why))
        {
            yield return $"{one.Name}: marked by `{MarkedLines.Mark}` and not found: {MarkedLines.Say(missed)}; found and not marked: {MarkedLines.Say(surplus)}. Mark what should be found, or say in a file `{ValidateCase.Why}` why not.";
        }
        else if (isPlain && one.Has(ValidateCase.Why))
        {
            yield return $"{one.Name}: nothing is special about it: remove the file `{ValidateCase.Why}`.";
        }
    }

    /// <summary>Whether a line names an object, and nothing that is wrong in it.</summary>
    private static bool IsTitle(string line) => line.EndsWith(" is valid", StringComparison.Ordinal) || line.EndsWith(" is invalid:", StringComparison.Ordinal);

    private static Dictionary<string, string> Files(ValidateCase one, CommandResult text, CommandResult json)
    {
        Dictionary<string, string> files = new() { [ValidateCase.Expected] = $"{one.Local(text.Output + text.Errors)}exit code {text.ExitCode}\n" };
        if (json.Output.Length > 0)
        {
            files[ValidateCase.ExpectedJson] = one.Local(json.Output);
        }

        return files;
    }

    [GeneratedRegex(@"^(error: |\* )?(?<place>[^: \n]+\.ya?ml:[0-9]+):[0-9]+: .*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Finding();
}
