using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Requests;

namespace Webhooks.Shared.Oracle;

/// <summary>Holds an answer against the recorded one.</summary>
internal sealed class OracleComparison
{
    private readonly OracleAnswer _recorded;
    private readonly WriteAnswer _answer;
    private readonly List<OracleMiss> _misses = [];

    private OracleComparison(OracleAnswer recorded, WriteAnswer answer)
    {
        _recorded = recorded;
        _answer = answer;
    }

    /// <summary>What differs. Of an answer that is undecided only what it says for sure is looked at: that it refuses, and why.</summary>
    public static IReadOnlyList<OracleMiss> Of(OracleAnswer recorded, WriteAnswer answer)
    {
        OracleComparison comparison = new(recorded, answer);
        if (answer.Refusal != null || !answer.IsUndecided)
        {
            comparison.Run();
        }

        return comparison._misses;
    }

    private void Run()
    {
        if (_answer.Refusal is not null == _recorded.IsAllowed)
        {
            Miss(OraclePart.Verdict, _answer.Refusal?.Message ?? "allowed", _recorded.IsAllowed ? "allowed" : _recorded.Message);
            return;
        }

        if (_answer.Refusal is { } refusal)
        {
            Compare(refusal);
        }
        else if (!_recorded.Stored.IsMissing)
        {
            CompareStored();
        }

        if (!_answer.IsUndecided && !_answer.Warnings.SequenceEqual(_recorded.Warnings))
        {
            Miss(OraclePart.Warnings, string.Join(" | ", _answer.Warnings), string.Join(" | ", _recorded.Warnings));
        }
    }

    private void Compare(Status refusal)
    {
        if (refusal.Code != _recorded.Code)
        {
            Miss(OraclePart.Code, $"{refusal.Code}", $"{_recorded.Code}");
        }

        HashSet<StatusCause> causes = [.. refusal.Details?.Causes ?? []];
        string shown = Show(causes);
        string recorded = Show(_recorded.CauseLists[0]);
        if (_answer.IsUndecided)
        {
            // Rules that are not evaluated may add causes, and replace none.
            causes.ExceptWith(_recorded.CauseLists.SelectMany(list => list));
            if (causes.Count > 0)
            {
                Miss(OraclePart.Causes, shown, recorded);
            }

            return;
        }

        HashSet<(string Reason, string Field)> places = Places(causes);
        if (refusal.Reason.ToString() != _recorded.Reason || !_recorded.CauseLists.Any(list => Places(list).SetEquals(places)))
        {
            Miss(OraclePart.Causes, shown, recorded);
        }

        if (causes.Count > 0 && !_recorded.CauseLists.Any(list => list.SetEquals(causes)))
        {
            Miss(OraclePart.Messages, shown, recorded);
        }
        else if (!IsSameText(refusal.Message))
        {
            Miss(OraclePart.Messages, refusal.Message, _recorded.Message);
        }
    }

    /// <summary>Whether two messages have the same parts: causes in a message are in no stable order.</summary>
    private bool IsSameText(string message) =>
        message == _recorded.Message
        || (_recorded.CauseLists[0].Count > 1 && Sorted(message).SequenceEqual(Sorted(_recorded.Message)));

    private static IEnumerable<char> Sorted(string text) => text.Order();

    /// <summary>Of metadata the recording has name, labels and annotations.</summary>
    private void CompareStored()
    {
        foreach (string name in _answer.Stored.Members().Concat(_recorded.Stored.Members()).Select(member => member.Key).Distinct())
        {
            JsonValue here = _answer.Stored[name];
            JsonValue there = _recorded.Stored[name];
            bool isSame = name != "metadata" ? IsSame(here, there)
                : ((string[])["name", "labels", "annotations"]).All(member => IsSame(here[member], there[member]));
            if (!isSame)
            {
                Miss(OraclePart.Stored, $"{name} {here}", $"{there}");
            }
        }
    }

    private static bool IsSame(JsonValue here, JsonValue there) =>
        here.IsMissing || there.IsMissing
            ? here.IsMissing == there.IsMissing
            : OracleAnswer.Plain(there.ToString()) == here.ToString() || JsonEquality.AreEqual(here, there);

    private static HashSet<(string Reason, string Field)> Places(IEnumerable<StatusCause> causes) => [.. causes.Select(cause => (cause.Reason, cause.Field))];

    private static string Show(IEnumerable<StatusCause> causes) => string.Join(" | ", causes.Select(cause => $"{cause.Reason} {cause}").Order(StringComparer.Ordinal));

    private void Miss(OraclePart part, string here, string there) => _misses.Add(new(_recorded.Name, part, $"{here} <> {there}"));
}
