using System.Text;
using System.Text.Json.Nodes;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Pods;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;
using Webhooks.Tests.Injection;
using JsonValue = Webhooks.Resources.Json.JsonValue;

namespace Webhooks.Tests.Updates;

/// <summary>
/// A workload from its creation on: the manifest as its user has it in mind, the object as it stands in the cluster,
/// and ten updates by people, pipelines and tools, while templates come, change and go.
/// </summary>
internal sealed class History
{
    private const int Updates = 10;
    private static readonly AnnotationNames Names = InjectionOptions.Default.Annotations;
    private readonly Draws _draws;
    private readonly StringBuilder _log = new();
    private readonly List<(WorkloadText User, WorkloadText Live)> _revisions = [];
    private IReadOnlyList<(string Name, string Config)> _configs;
    private TemplateSet _templates;
    private WorkloadText _user;
    private WorkloadText _live;

    public History(int seed)
    {
        _draws = new Draws(seed);
        _configs = new TemplateDraws(_draws).Several();
        _templates = Cluster.Load(_configs);
        _user = Manifest(_draws);
        _live = WorkloadText.Parse(Cluster.Result(_user.ToString(), Cluster.Create(_user.ToString(), _templates)));
        Log("created", _user);
    }

    /// <summary>How often pods were replaced, and how often an update left them.</summary>
    public (int RollOuts, int Unchanged) Tally { get; private set; }

    /// <summary>Plays the history.</summary>
    /// <returns>What is wrong; <c>null</c>: nothing.</returns>
    public string? Play()
    {
        for (int step = 1; step <= Updates; step++)
        {
            if (Step(step) is { } problem)
            {
                return $"update {step}: {problem}\n--- user's own\n{_user}\n--- live\n{_live}{_log}";
            }
        }

        return null;
    }

    private static WorkloadText Manifest(Draws draws)
    {
        for (; ; )
        {
            string drawn = new WorkloadDraws(draws).Workload();
            if (JsonNode.Parse(drawn)!["kind"]!.GetValue<string>() is not ("Pod" or "Job"))
            {
                WorkloadText manifest = WorkloadText.Parse(drawn);
                (manifest.PodTemplate["metadata"]?["annotations"] as JsonObject)?.Remove(Names.Status);
                return manifest;
            }
        }
    }

    private string? Step(int step)
    {
        HistoryDraws changes = new(_draws, step);
        switch (_draws.Below(8))
        {
            case 0:
                ChangeTemplates();
                return null;
            case 1: // A tool that puts the manifest in the object's place.
                return Update("replace", _user.Copy(), changes.OfTheUser(_user));
            case 2:
                return Update("replace with nothing new", _user.Copy(), changes.Harmless());
            case 3:
                WorkloadText dropped = _live.Copy();
                changes.Drop(dropped);
                return Update("drop", dropped, _draws.Chance(60) ? changes.Harmless() : changes.OfTheUser(_user));
            case 4 when _revisions.Count > 0:
                return Undo();
            case 5 when _live.Added.Any(IsContainer):
                return TakeOver(step);
            default: // A tool that knows what it changes.
                return Update("apply", _live.Copy(), _draws.Chance(30) ? changes.Harmless() : changes.OfTheUser(_user));
        }
    }

    /// <summary>The templates in force; what a conflict refuses on creation, an update goes without.</summary>
    private TemplateSet Lenient => Cluster.Load(_configs.Select(template => (template.Name, template.Config.Replace("\"deny\"", "\"skip\"", StringComparison.Ordinal))));

    private static bool IsContainer(string path) => path.StartsWith("containers[", StringComparison.Ordinal) && ItemSteps.Of(path).Count == 2;

    private void ChangeTemplates()
    {
        _configs = _draws.Chance(70)
            ? new TemplateDraws(_draws).Several()
            : [.. _configs.Where(_ => _draws.Chance(80))];
        _templates = Cluster.Load(_configs);
        _log.Append($"\n--- templates: {string.Join(' ', _configs.Select(template => $"\n{template.Name}: {template.Config}"))}");
    }

    private string? Update(string way, WorkloadText request, Action<WorkloadText> change)
    {
        WorkloadText user = _user.Copy();
        change(user);
        change(request);
        return Send(way, request, user);
    }

    /// <summary>The user changes a container that a template brought: from then on it is the user's.</summary>
    private string? TakeOver(int step)
    {
        string path = _draws.Pick(_live.Added.Where(IsContainer).ToArray());
        string name = path["containers[".Length..^1];
        WorkloadText request = _live.Copy();
        request.Container(name)!["image"] = $"mine:{step}";
        WorkloadText user = _user.Copy();
        WorkloadText.List(user.Spec, "containers").Add(request.Container(name)!.DeepClone());
        return Send($"take over {name}", request, user);
    }

    private string? Send(string way, WorkloadText request, WorkloadText user)
    {
        Log(way, request);
        bool isSame = JsonNode.DeepEquals(user.PodTemplate, _user.PodTemplate)
            && Wanted(user, request).SetEquals(Wanted(_user, request))
            && JsonNode.DeepEquals(user.Annotations[Names.Refresh], _user.Annotations[Names.Refresh]);
        InjectionDecision decision = Cluster.Update(_live.ToString(), request.ToString(), _templates);
        WorkloadText result = WorkloadText.Parse(Cluster.Result(request.ToString(), decision));
        AdoptUsedVolumes(result, user);
        string? problem = isSame
            ? result.TemplateText == _live.TemplateText || IsNobodys(decision) ? null : $"nothing of the user's changed, and the pod template became\n{result.TemplateText}"
            : NotAsFresh(result, user);
        Tally = isSame ? (Tally.RollOuts, Tally.Unchanged + 1) : (Tally.RollOuts + 1, Tally.Unchanged);
        return problem ?? Accept(result, user);
    }

    /// <summary>A workload that asks for nothing, and into which nothing was injected, passes as it comes.</summary>
    private static bool IsNobodys(InjectionDecision decision) =>
        decision is InjectionDecision.Unchanged { Outcomes: [{ Reason: InjectionReason.NotRequested }] };

    /// <summary>Goes back to an earlier revision, as kubectl does: its pod template and its annotations.</summary>
    private string? Undo()
    {
        (WorkloadText user, WorkloadText then) = _draws.Pick(_revisions.ToArray());
        WorkloadText request = _live.Copy();
        request.PodTemplate = then.PodTemplate.DeepClone().AsObject();
        request.Root["metadata"]!["annotations"] = then.Annotations.DeepClone();
        if (_live.Added.Except(request.Added).Any(path => path.Contains("].", StringComparison.Ordinal) && StandsAlike(path, request)))
        {
            return null;
        }

        Log("undo", request);
        WorkloadText result = WorkloadText.Parse(Cluster.Result(request.ToString(), Cluster.Update(_live.ToString(), request.ToString(), _templates)));
        AdoptUsedVolumes(result, user);
        bool isTaken = result.TemplateText == request.TemplateText || result.TemplateText == _live.TemplateText;
        return (isTaken ? null : NotAsFresh(result, user)) ?? Accept(result, user);
    }

    /// <summary>
    /// True for an item inside a container that was the user's then and is a template's now, to the letter: nobody
    /// can tell whose it is, and it counts as the template's.
    /// </summary>
    private bool StandsAlike(string path, WorkloadText request)
    {
        List<string> steps = path.StartsWith("metadata", StringComparison.Ordinal) ? ItemSteps.Of(path) : ["spec", .. ItemSteps.Of(path)];
        return Item(_live) is { } now && JsonNode.DeepEquals(now, Item(request));

        JsonNode? Item(WorkloadText workload)
        {
            JsonNode? parent = ItemSteps.Parent(workload.PodTemplate, steps);
            return ItemSteps.Key(parent, steps[^1], steps[^2]) switch
            {
                string name => parent![name],
                int index => parent![index],
                _ => null,
            };
        }
    }

    /// <summary>After a roll-out the object is what creating it today would give, but for templates that are gone.</summary>
    private string? NotAsFresh(WorkloadText result, WorkloadText user)
    {
        if (Wanted(user, result).Any(template => _templates.Find(template) == null))
        {
            return null;
        }

        WorkloadText fresh = WorkloadText.Parse(Cluster.Result(user.ToString(), Cluster.Create(user.ToString(), Lenient)));
        string[] expected = [.. fresh.Status.Select(Listed)];
        string[] found = [.. result.Status.Select(Listed)];
        return !expected.SequenceEqual(found) ? $"the status lists\n{string.Join('\n', found)}\ncreated anew\n{string.Join('\n', expected)}"
            : AreSame(WithoutStatus(fresh), WithoutStatus(result)) ? null
            : $"the pod template became\n{result.TemplateText}\ncreated anew\n{fresh.TemplateText}";
    }

    private static string Listed(KeyValuePair<string, JsonNode?> entry) =>
        $"{entry.Key} {entry.Value!["hash"]}: {string.Join(' ', entry.Value["added"]!.AsArray().Select(path => path!.GetValue<string>()).Order(StringComparer.Ordinal))}";

    /// <summary>Nothing that a template brought stays behind, and nothing of the user's goes with it.</summary>
    private string? Accept(WorkloadText result, WorkloadText user)
    {
        WorkloadText own = WorkloadText.Parse(Cluster.Uninjected(result.ToString()));
        _log.Append($"\n=> {result.TemplateText}");
        if (!AreSame(own.PodTemplate, user.PodTemplate))
        {
            return $"uninjected it is\n{own.TemplateText}\nand the user's own\n{user.TemplateText}";
        }

        _user = user;
        _live = result;
        _revisions.Add((user.Copy(), result.Copy()));
        return null;
    }

    /// <summary>A volume that is mounted stays when its template goes; it is the user's then.</summary>
    private static void AdoptUsedVolumes(WorkloadText result, WorkloadText user)
    {
        WorkloadText own = WorkloadText.Parse(Cluster.Uninjected(result.ToString()));
        HashSet<string> mounted = [.. new[] { "containers", "initContainers" }.SelectMany(list => user.Spec[list] as JsonArray ?? [])
            .SelectMany(container => container!["volumeMounts"] as JsonArray ?? []).Select(mount => mount!["name"]!.GetValue<string>())];
        HashSet<string> known = [.. (user.Spec["volumes"] as JsonArray ?? []).Select(volume => volume!["name"]!.GetValue<string>())];
        bool isAdopted = false;
        foreach (JsonNode? volume in own.Spec["volumes"] as JsonArray ?? [])
        {
            string name = volume!["name"]!.GetValue<string>();
            if (!known.Contains(name) && mounted.Contains(name))
            {
                known.Add(name);
                isAdopted = true;
            }
        }

        if (isAdopted)
        {
            user.Spec["volumes"] = new JsonArray([.. own.Spec["volumes"]!.AsArray().Where(volume => known.Contains(volume!["name"]!.GetValue<string>())).Select(volume => volume!.DeepClone())]);
        }
    }

    private HashSet<string> Wanted(WorkloadText workload, WorkloadText request)
    {
        WorkloadText asking = workload.Copy();
        IEnumerable<string> refused = Cluster.Create(asking.ToString(), TemplateSet.Empty).Outcomes
            .Where(outcome => outcome.Reason == InjectionReason.TemplateMissing).Select(outcome => outcome.Template!);
        return [.. refused.Where(template => _templates.Find(template) != null || _live.Status.ContainsKey(template) || request.Status.ContainsKey(template))];
    }

    private static JsonObject WithoutStatus(WorkloadText workload)
    {
        WorkloadText copy = workload.Copy();
        (copy.PodTemplate["metadata"]?["annotations"] as JsonObject)?.Remove(Names.Status);
        return copy.PodTemplate;
    }

    private static bool AreSame(JsonObject left, JsonObject right) => StoredTemplate.AreEqual(Value(left), Value(right));

    private static JsonValue Value(JsonObject node) => JsonTree.Parse(node.ToJsonString()).Root;

    private void Log(string way, WorkloadText request)
    {
        if (_log.Length == 0)
        {
            _log.Append($"\n--- templates: {string.Join(' ', _configs.Select(template => $"\n{template.Name}: {template.Config}"))}");
        }

        _log.Append($"\n--- {way}\n{request}");
    }
}
