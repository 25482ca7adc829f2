using Webhooks.Shared.Golden;

namespace Webhooks.Tests.Golden;

/// <summary>Rewrites all expectations when asked to, once and before any test of this process reads them.</summary>
internal static class GoldenRewriting
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
        foreach (GoldenCase one in GoldenCases.All)
        {
            GoldenComparison.Rewrite(one, GoldenRun.Of(one, InProcess.Run));
        }

        foreach (LintCase one in LintCases.All)
        {
            LintRun.Rewrite(one, InProcess.Run);
        }

        foreach (UserCase one in UserCases.All)
        {
            GoldenComparison.Rewrite(one, new Dictionary<string, string> { [UserCase.Answer] = one.Decide() });
        }

        foreach (ValidateCase one in ValidateCases.All)
        {
            ValidateRun.Rewrite(one, InProcess.RunWith);
        }

        return GoldenCases.All.Count + LintCases.All.Count + UserCases.All.Count + ValidateCases.All.Count;
    }
}
