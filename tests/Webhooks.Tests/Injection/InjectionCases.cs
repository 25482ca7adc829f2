using FsCheck;
using FsCheck.Fluent;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Merging;
using Webhooks.Resources.Json;
using Webhooks.Resources.Patches;

namespace Webhooks.Tests.Injection;

/// <summary>Draws cases, and makes smaller ones of a case that fails.</summary>
internal static class InjectionCases
{
    /// <summary>Members without which an object or template is of no form at all.</summary>
    private static readonly HashSet<string> Needed = ["apiVersion", "kind", "name", "image", "containerPort", "mountPath"];

    /// <summary>Cases as they come from people and API servers.</summary>
    public static Arbitrary<InjectionCase> Any { get; } =
        Arb.From(Gen.Choose(0, int.MaxValue).Select(Draw), one => Smaller(one).Where(IsUsable));

    /// <summary>Cases whose object has something in a place where its kind has something else.</summary>
    public static Arbitrary<InjectionCase> AnyMalformed { get; } =
        Arb.From(Gen.Choose(0, int.MaxValue).Select(DrawMalformed), one => Smaller(one).Where(smaller => smaller.Load().Problems.Count == 0));

    public static InjectionCase Draw(int seed)
    {
        Draws draws = new(seed) { Escapes = seed % 4 == 0 };
        InjectionCase drawn = new(new WorkloadDraws(draws).Workload(), new TemplateDraws(draws).Several(), draws.Chance(15))
        {
            KubeVersion = draws.Chance(10) ? new KubeVersion(1, 28) : null,
        };
        return draws.Chance(15) ? InjectedBefore(drawn, draws) : drawn;
    }

    private static InjectionCase DrawMalformed(int seed)
    {
        InjectionCase drawn = Draw(seed);
        return drawn with { Workload = Malformed.Of(drawn.Workload, new Draws(~seed)) };
    }

    /// <summary>A case that the decision can take: all templates valid, the object of the form of its kind.</summary>
    private static bool IsUsable(InjectionCase one)
    {
        try
        {
            return one.Load().Problems.Count == 0 && one.Decide() is { };
        }
        catch (ObjectFormatException)
        {
            return false;
        }
    }

    /// <summary>The object as an earlier injection of other templates of the same names left it; now asking for all.</summary>
    private static InjectionCase InjectedBefore(InjectionCase drawn, Draws draws)
    {
        InjectionCase earlier = drawn with { Templates = new TemplateDraws(draws).Several() };
        JsonDraft result = new(JsonTree.Parse(earlier.Result(earlier.Decide())).Root);
        if (result.Find("metadata")?.Find("annotations") is { Kind: JsonKind.Object } annotations)
        {
            foreach ((string name, _) in drawn.Templates)
            {
                annotations.Set(InjectionOptions.Default.Annotations.For(name), new JsonDraft(JsonTree.Parse("\"true\"").Root));
            }
        }

        return drawn with { Workload = result.Freeze().ToString() };
    }

    /// <summary>The cases with one part less, the largest parts first.</summary>
    private static IEnumerable<InjectionCase> Smaller(InjectionCase one)
    {
        IEnumerable<InjectionCase> fewer = one.Templates.Select(template => one with { Templates = [.. one.Templates.Where(other => other != template)] });
        IEnumerable<InjectionCase> workloads = Without(one.Workload).Select(workload => one with { Workload = workload });
        IEnumerable<InjectionCase> configs = one.Templates.SelectMany((template, index) => Without(template.Config).Select(config =>
            one with { Templates = [.. one.Templates.Select((other, at) => at == index ? (other.Name, config) : other)] }));
        return fewer.Concat(workloads).Concat(configs);
    }

    /// <summary>The document without one member or item, for each of them, outer ones first.</summary>
    private static IEnumerable<string> Without(string json)
    {
        JsonValue root = JsonTree.Parse(json).Root;
        Queue<(JsonValue Value, JsonPointer Path)> pending = new([(root, JsonPointer.Root)]);
        while (pending.TryDequeue(out (JsonValue Value, JsonPointer Path) next))
        {
            if (next.Path.Depth > 0 && !Needed.Contains(next.Path.Token))
            {
                yield return new JsonPatch(PatchOperation.Remove(next.Path)).Apply(root).Freeze().ToString();
            }

            foreach ((string name, JsonValue member) in next.Value.Members())
            {
                pending.Enqueue((member, next.Path.Append(name)));
            }

            foreach ((int index, JsonValue item) in next.Value.Items().Index())
            {
                pending.Enqueue((item, next.Path.Append(index)));
            }
        }
    }
}
