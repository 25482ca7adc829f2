namespace Webhooks.Sandbox.Answers;

/// <summary>Answers to requests that gave reason for a warning.</summary>
internal static class Warned
{
    /// <summary>The answer with warnings before its own; a refusal carries them too, as they were said before it was known.</summary>
    /// <param name="warnings">The texts.</param>
    /// <param name="run">Gives the answer; <c>null</c> for none yet.</param>
    /// <exception cref="StatusException">What <paramref name="run"/> refused with, and the warnings.</exception>
    public static T Run<T>(IReadOnlyList<string> warnings, Func<T> run)
        where T : Answer?
    {
        if (warnings.Count == 0)
        {
            return run();
        }

        try
        {
            T answer = run();
            return answer is null ? answer : (T)((Answer)answer with { Warnings = [.. warnings, .. answer.Warnings] });
        }
        catch (StatusException refused)
        {
            throw new StatusException(refused.Status, [.. warnings, .. refused.Warnings]);
        }
    }
}
