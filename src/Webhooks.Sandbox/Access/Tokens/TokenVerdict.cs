using System.Collections.Immutable;

namespace Webhooks.Sandbox.Access.Tokens;

/// <summary>Whose a token is, or why it is nobody's.</summary>
/// <param name="Caller">Whose; <c>null</c> when it is not good.</param>
/// <param name="Audiences">Which of the asked-for audiences it is meant for.</param>
/// <param name="Problem">Why it is not good; empty when it is.</param>
internal sealed record TokenVerdict(Caller? Caller, ImmutableArray<string> Audiences, string Problem)
{
    /// <summary>A token that nobody here knows.</summary>
    public static TokenVerdict Unknown { get; } = new(null, [], "invalid bearer token");

    /// <summary>A token of ours that is good no more, or not here.</summary>
    public static TokenVerdict Refused(string problem) => new(null, [], $"[{Unknown.Problem}, {problem}]");
}
