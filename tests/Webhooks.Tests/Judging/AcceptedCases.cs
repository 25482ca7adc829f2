using System.Text.Json.Nodes;
using Webhooks.Admission.Injection;
using Webhooks.Tests.Injection;

namespace Webhooks.Tests.Judging;

/// <summary>Draws workloads whose pod is fine and templates that the loader accepts, damaged ones among them.</summary>
internal static class AcceptedCases
{
    private const int MostTries = 1000;
    private static readonly string[] Names = ["agent", "logs"];
    private static readonly string[] Pool = [.. TemplatePool.Valid.Values];

    /// <summary>A case, and how many templates were drawn, damaged and refused on the way to it.</summary>
    public static (InjectionCase Case, int Damaged, int Refused) Draw(int seed)
    {
        Draws draws = new(seed);
        int damaged = 0;
        int refused = 0;
        for (int i = 0; i < MostTries; i++)
        {
            bool isDamaged = draws.Chance(70);
            InjectionCase one = Try(draws, isDamaged);
            damaged += isDamaged ? 1 : 0;
            if (one.Load().Problems.Count > 0)
            {
                refused += isDamaged ? 1 : 0;
            }
            else if (PodRules.Violations(one.Workload, one.PathOfPod).Count == 0)
            {
                return (one, damaged, refused);
            }
        }

        throw new PropertyException($"no pod that is fine and no template that is accepted in {MostTries} tries from seed {seed}");
    }

    private static InjectionCase Try(Draws draws, bool isDamaged)
    {
        JsonNode workload = JsonNode.Parse(new WorkloadDraws(draws).Workload())!;
        JsonObject metadata = workload["metadata"]!.AsObject();
        InjectionCase one = new(workload.ToJsonString(), [], NamespaceOptsIn: false);
        JsonObject spec = one.PathOfPod.Append("spec").Aggregate(workload, (node, name) => node[name]!).AsObject();
        if (metadata["annotations"] is not JsonObject annotations)
        {
            metadata["annotations"] = annotations = [];
        }

        Graft graft = new(draws);
        List<(string, string)> templates = [];
        foreach (string name in Names[..draws.Pick(1, 1, 2)])
        {
            string config = draws.Chance(70) ? draws.Pick(Pool) : new TemplateDraws(draws).Several()[0].Config;
            if (draws.Chance(60))
            {
                graft.Into(spec, draws.Chance(60) ? config : draws.Pick(Pool));
            }

            config = draws.Chance(50) ? graft.Renamed(config, spec) : config;
            for (int damages = isDamaged ? 1 + draws.Below(3) : 0; damages > 0; damages--)
            {
                config = new Damage(draws, Pool).Of(config);
            }

            templates.Add((name, config));
            annotations[InjectionOptions.Default.Annotations.For(name)] = "true";
        }

        annotations.Remove(InjectionOptions.Default.Annotations.Injection);
        return one with { Workload = workload.ToJsonString(), Templates = templates };
    }
}
