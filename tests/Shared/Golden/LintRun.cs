namespace Webhooks.Shared.Golden;

/// <summary>Runs a case and says all that is not as it should be.</summary>
internal static class LintRun
{
    /// <summary>The problems of the folder, the exit code, the places and the text; none when all is as expected.</summary>
    /// <param name="one">The case.</param>
    /// <param name="webhooks">Runs a command line.</param>
    public static string[] Problems(LintCase one, Func<string[], CommandResult> webhooks)
    {
        CommandResult result = webhooks(one.Arguments("text"));
        int expected = one.IsBroken ? 1 : 0;
        string[] exit = result.ExitCode == expected ? [] : [$"{one.Name}: the exit code is {result.ExitCode}, not {expected}."];
        return [.. one.Problems(), .. exit, .. LintMarks.Problems(one, result.Output), .. GoldenComparison.Problems(one, Files(one, result))];
    }

    /// <summary>Writes the expectation anew.</summary>
    public static void Rewrite(LintCase one, Func<string[], CommandResult> webhooks) =>
        GoldenComparison.Rewrite(one, Files(one, webhooks(one.Arguments("text"))));

    private static Dictionary<string, string> Files(LintCase one, CommandResult result) =>
        new() { [LintCase.Expected] = one.Local(result.Output + result.Errors) };
}
