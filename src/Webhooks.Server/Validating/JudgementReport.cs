using Webhooks.Schemas;
using Webhooks.Server.CommandLine;

namespace Webhooks.Server.Validating;

/// <summary>Prints judgements as they come, and says at the end how many there were of each.</summary>
internal sealed class JudgementReport(JudgementFormat format, Terminal terminal)
{
    private readonly Dictionary<SchemaAnswer, int> _counts = [];

    public void Add(Judgement judgement)
    {
        judgement = judgement with { Warnings = [.. judgement.Source.Dropped, .. judgement.Warnings] };
        _counts[judgement.Verdict] = _counts.GetValueOrDefault(judgement.Verdict) + 1;
        if (format == JudgementFormat.Json)
        {
            terminal.Write(JudgementJson.Of(judgement));
            return;
        }

        terminal.Write(JudgementText.Of(judgement));
        foreach (string warning in JudgementText.Warnings(judgement))
        {
            terminal.Error.WriteLine(warning);
        }
    }

    /// <summary>Says what there was.</summary>
    /// <param name="noun">What an object is called.</param>
    /// <param name="problems">What could not be read.</param>
    /// <returns>The exit code.</returns>
    public int Finish(string noun, IReadOnlyList<string> problems)
    {
        foreach (string problem in problems)
        {
            terminal.Fail(problem);
        }

        int all = _counts.Values.Sum();
        string parts = string.Join(", ", Enum.GetValues<SchemaAnswer>().Select(answer => $"{_counts.GetValueOrDefault(answer)} {answer.ToString().ToLowerInvariant()}"));
        terminal.Error.WriteLine($"{all} {noun}{(all == 1 ? "" : "s")}: {parts}");
        return problems.Count > 0 ? ExitCode.Usage
            : _counts.ContainsKey(SchemaAnswer.Invalid) ? ExitCode.Finding
            : _counts.ContainsKey(SchemaAnswer.Unknown) ? ExitCode.Unknown
            : ExitCode.Fine;
    }
}
