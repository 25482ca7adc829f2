using System.Text.Json.Nodes;
using Webhooks.Admission.Injection;
using Webhooks.Tests.Injection;

namespace Webhooks.Tests.Updates;

/// <summary>Changes that a user makes to a workload, which can be made to the manifest and to the object in the cluster alike.</summary>
/// <param name="draws">Where choices come from.</param>
/// <param name="step">A number that makes what is new different from what was there before.</param>
internal sealed class HistoryDraws(Draws draws, int step)
{
    private static readonly AnnotationNames Names = InjectionOptions.Default.Annotations;

    /// <summary>A change of what is the user's.</summary>
    /// <param name="user">The manifest, to choose from what is there.</param>
    public Action<WorkloadText> OfTheUser(WorkloadText user)
    {
        string container = draws.Pick(user.ContainersIn("containers"));
        string template = draws.Pick(TemplateDraws.Names);
        bool hasSeveral = user.ContainersIn("containers").Length > 1;
        return draws.Below(10) switch
        {
            0 or 1 => text => text.Container(container)!["image"] = $"app:{step}",
            2 => text => WorkloadText.List(text.Container(container)!, "env").Add(JsonNode.Parse($"{{\"name\":\"NEW_{step}\",\"value\":\"x\"}}")),
            3 => text => text.TemplateAnnotations[$"note-{step}"] = "x",
            4 => text => WorkloadText.List(text.Spec, "containers").Add(JsonNode.Parse($"{{\"name\":\"extra-{step}\",\"image\":\"extra\"}}")),
            5 when hasSeveral => text => WorkloadText.List(text.Spec, "containers").Remove(text.Container(container)),
            6 or 7 => draws.Pick<Action<WorkloadText>>(
                text => text.Annotations[Names.For(template)] = "true",
                text => text.Annotations[Names.For(template)] = "false",
                text => text.Annotations.Remove(Names.For(template))),
            8 => text => text.Annotations[Names.Refresh] = $"{step}",
            _ => Harmless(),
        };
    }

    /// <summary>A change that replaces no pod.</summary>
    public Action<WorkloadText> Harmless() => draws.Pick<Action<WorkloadText>>(
        text => text.Root["spec"]!["replicas"] = step,
        text => text.Annotations[$"touched-{step}"] = "x",
        _ => { });

    /// <summary>The object without some of what was injected, as a tool that does not know of it leaves it.</summary>
    public void Drop(WorkloadText live)
    {
        foreach (string path in live.Added.Where(_ => draws.Chance(50)).ToArray())
        {
            List<string> steps = path.StartsWith("metadata", StringComparison.Ordinal) ? ItemSteps.Of(path) : ["spec", .. ItemSteps.Of(path)];
            JsonNode? parent = ItemSteps.Parent(live.PodTemplate, steps);
            switch (ItemSteps.Key(parent, steps[^1], steps[^2]))
            {
                case int index when steps.Count == 3 && draws.Chance(30) && parent![index]!["image"] != null:
                    parent[index]!.AsObject().Remove("image"); // Less of it.
                    break;
                case int index:
                    parent!.AsArray().RemoveAt(index);
                    break;
                case string name when live.Status.Select(entry => entry.Value!["was"]?[path]).FirstOrDefault(value => value != null) is { } was:
                    parent![name] = was.DeepClone(); // What the manifest says.
                    break;
                case string name:
                    parent!.AsObject().Remove(name);
                    break;
            }
        }

        if (draws.Chance(50) && live.Status.Count > 0)
        {
            live.TemplateAnnotations.Remove(Names.Status);
        }
    }
}
