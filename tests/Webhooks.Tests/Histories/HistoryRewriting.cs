using Webhooks.Shared.Golden;

namespace Webhooks.Tests.Histories;

/// <summary>Rewrites what steps lead to when asked to, once and before any test of this process reads it.</summary>
internal static class HistoryRewriting
{
    private static readonly Lazy<int> Rewritten = new(RewriteAll);

    /// <summary>Does nothing unless <c>UPDATE_GOLDEN=1</c>.</summary>
    public static void WhenAsked()
    {
        if (GoldenComparison.IsRewriting)
        {
            _ = Rewritten.Value;
        }
    }

    private static int RewriteAll()
    {
        foreach (HistoryCase history in HistoryCase.All)
        {
            Rewrite(history);
        }

        return HistoryCase.All.Count;
    }

    /// <summary>Writes the expectations of one history, and removes those of steps that it has no longer.</summary>
    public static void Rewrite(HistoryCase history)
    {
        foreach (string stale in Directory.EnumerateFiles(history.Folder, $"*{HistoryStep.ExpectedEnding}"))
        {
            File.Delete(stale);
        }

        foreach (PlayedStep played in HistoryPlay.Of(history))
        {
            File.WriteAllText(played.Step.Expected, played.Header + played.Yaml);
        }
    }
}
