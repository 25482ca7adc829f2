using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>Writes at random, knowing for each write what code it must get.</summary>
internal sealed class ModelWriter(ModelServer server, ModelHistory history, ModelTally tally, List<string> told)
{
    private const string Merge = "application/merge-patch+json";
    private const string JsonPatch = "application/json-patch+json";

    /// <summary>One write.</summary>
    public void Write(Random random)
    {
        ModelKind kind = ModelKind.Choose(random);
        string space = kind.ChooseNamespace(random);
        string name = ModelScope.NameOf(random);
        Target target = new(kind, server.Find(kind.Plural), space, name, history.Find(kind.Plural, $"{space}/{name}"));
        switch (random.Next(100))
        {
            case < 33:
                Expect(target.Current == null ? 201 : 409, "create", target with { Name = "" }, kind.Body(name, ModelScope.LabelOf(random), Padding(random), isHeld: random.Next(6) == 0));
                break;
            case < 38:
                Expect(201, "create", target with { Name = "" }, kind.Body(name + "-", ModelScope.LabelOf(random), Padding(random)));
                break;
            case < 52:
                Update(random, target);
                break;
            case < 60:
                CountUp(random, target);
                break;
            case < 75:
                Expect(target.Code, "patch", target, $$$"""{"metadata":{"labels":{"app":"{{{ModelScope.LabelOf(random)}}}"} } }""", Merge);
                break;
            case < 80:
                // Nothing new: no revision.
                long before = history.Latest;
                Expect(target.Code, "patch", target, "{}", Merge);
                Assert.Equal(before, history.Latest);
                break;
            case < 86:
                Expect(target.Code, "patch", target, """{"metadata":{"finalizers":null}}""", Merge);
                Assert.Equal(target.Current is { IsGoing: false }, history.Find(kind.Plural, $"{space}/{name}") != null);
                break;
            case < 98:
                Expect(target.Code, "delete", target, "");
                Assert.Equal(target.Current is { IsHeld: true }, history.Find(kind.Plural, $"{space}/{name}") != null);
                break;
            default:
                Expect(200, "deletecollection", target with { Name = "" }, "", query: random.Next(2) == 0 ? "labelSelector=app%3Dx" : "");
                break;
        }

        Check(target);
    }

    private void Update(Random random, Target target)
    {
        ModelObject? current = target.Current;
        bool isStale = current != null && random.Next(4) == 0;
        string version = current == null ? "" : $"{current.Revision - (isStale ? 1 : 0)}";
        string body = target.Kind.Body(target.Name, ModelScope.LabelOf(random), Padding(random), current?.Count ?? 0, current?.IsHeld == true, version);
        if (current == null && target.Resource.IsCustom)
        {
            // It cannot be updated without a version, whether it is there or not.
            Assert.Contains(Expect(null, "update", target, body), new[] { 404, 422 });
            return;
        }

        Expect(isStale ? 409 : target.Code, "update", target, body);
        CountConflict(isStale);
    }

    private void CountUp(Random random, Target target)
    {
        bool isStale = target.Current != null && random.Next(4) == 0;
        int from = (target.Current?.Count ?? 0) + (isStale ? 1 : 0);
        Expect(isStale ? 422 : target.Code, "patch", target, ModelKind.CountUp(target.Current?.Uid ?? "", from), JsonPatch);
        CountConflict(isStale);
        if (!isStale && target.Current is { } counted)
        {
            Assert.Equal(counted.Count + 1, history.Find(counted.Plural, counted.Key)!.Count);
            tally.Add(ModelFact.Count);
        }
    }

    /// <summary>What can be read is what the history says.</summary>
    private void Check(Target target)
    {
        ModelObject? after = history.Find(target.Kind.Plural, $"{target.Space}/{target.Name}");
        (int code, Answer? answer) = server.Call("get", target.Resource, target.Space, target.Name, "");
        Assert.Equal(after == null ? 404 : 200, code);
        Assert.Equal(after, answer is Answer.Object got ? ModelServer.Read(target.Kind.Plural, got.Json) : null);
    }

    private int Expect(int? code, string verb, Target target, string body, string type = "application/json", string query = "")
    {
        int answered = server.Call(verb, target.Resource, target.Space, target.Name, query, body, type).Code;
        told.Add($"{verb} {target.Kind.Plural} {target.Space}/{target.Name} {query} {body.ReplaceLineEndings("")} -> {answered}, at {history.Latest}");
        Assert.Equal(code ?? answered, answered);
        return answered;
    }

    private void CountConflict(bool isConflict)
    {
        if (isConflict)
        {
            tally.Add(ModelFact.Conflict);
        }
    }

    private static string Padding(Random random) => Convert.ToBase64String(BitConverter.GetBytes(random.Next()));

    private sealed record Target(ModelKind Kind, ApiResource Resource, string Space, string Name, ModelObject? Current)
    {
        /// <summary>What a write that needs the object is answered.</summary>
        public int Code => Current == null ? 404 : 200;
    }
}
