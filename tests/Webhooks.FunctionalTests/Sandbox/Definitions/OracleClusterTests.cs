using Webhooks.Schemas.Requests;
using Webhooks.Shared;
using Webhooks.Shared.Oracle;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Definitions;

/// <summary>The in-memory API server answers the recorded requests as kube-apiserver did: definitions, then their objects.</summary>
public sealed class OracleClusterTests
{
    [Fact]
    public void Every_answer_is_the_recorded_one()
    {
        using OracleCluster cluster = new();
        List<OracleMiss> misses = [];
        int count = 0;
        foreach (OracleSchema schema in OracleSchema.ReadAll(Repository.PathOf("tests", "Oracle")))
        {
            WriteAnswer defined = cluster.Define(schema);
            if (!schema.Answer().IsUndecided)
            {
                misses.AddRange(OracleComparison.Of(schema.Recorded, defined));
                count++;
            }

            if (defined.Refusal != null)
            {
                continue;
            }

            foreach (OracleCase one in schema.Cases.Where(one => !one.VerdictVaries && !one.HasGeneratedName && !one.Answer().IsUndecided))
            {
                misses.AddRange(OracleComparison.Of(one.Recorded, cluster.Answer(one)));
                cluster.Clear(schema);
                count++;
            }

            cluster.Forget(schema);
        }

        Assert.Equal([], misses.Select(miss => miss.ToString()));
        Assert.InRange(count, 2_500, int.MaxValue);
    }
}
