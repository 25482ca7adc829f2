using Webhooks.Shared;
using Webhooks.Shared.Oracle;
using Xunit;

namespace Webhooks.Tests.Oracle;

/// <summary>What is answered here to custom resources and their definitions, beside what kube-apiserver answered: tests/Oracle.</summary>
public sealed class OracleTests
{
    private static readonly Lazy<OracleRun> Run = new(() => OracleRun.Of(Repository.PathOf("tests", "Oracle")));

    [Fact]
    public void Every_answer_is_the_recorded_one_or_listed_as_a_miss()
    {
        Dictionary<string, string> listed = File.ReadLines(Repository.PathOf("tests", "Webhooks.Tests", "Oracle", "misses.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);
        Assert.All(listed.Values, reason => Assert.NotEmpty(reason));
        Assert.Empty(Run.Value.Misses.Where(miss => !listed.ContainsKey(miss.Key)).Select(miss => miss.ToString()));
        HashSet<string> missed = [.. Run.Value.Misses.Select(miss => miss.Key)];
        Assert.Empty(listed.Keys.Where(key => !missed.Contains(key)).Select(key => $"{key} is right now: take it off misses.txt"));
    }

    [Fact]
    public void Only_rules_leave_an_answer_undecided() => Assert.Empty(Run.Value.Strangers);

    [Fact]
    public void So_many_answers_are_right()
    {
        OracleTally objects = Run.Value.Objects.Values.Aggregate((sum, one) => sum + one);
        Assert.Equal(3019, objects.Count);
        Assert.Equal(1, objects.Share(OraclePart.Verdict));
        Assert.Equal(1, objects.Share(OraclePart.Code));
        Assert.InRange(objects.Share(OraclePart.Causes), 0.995, 1);
        Assert.InRange(objects.Share(OraclePart.Stored), 0.995, 1);
        Assert.InRange(objects.Share(OraclePart.Messages), 0.99, 1);
        Assert.InRange(objects.Share(OraclePart.Warnings), 0.99, 1);
        OracleTally definitions = Run.Value.Definitions.Values.Aggregate((sum, one) => sum + one);
        Assert.Equal(653, definitions.Count);
        Assert.Equal(1, definitions.Share(OraclePart.Verdict));
        Assert.InRange(definitions.Share(OraclePart.Causes), 0.99, 1);
    }
}
