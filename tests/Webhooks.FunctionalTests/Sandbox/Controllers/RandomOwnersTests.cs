using Xunit;

namespace Webhooks.FunctionalTests.Sandbox.Controllers;

/// <summary>Random owners and random deletions: what is left in the end is what the rules leave.</summary>
public sealed class RandomOwnersTests
{
    private const int Runs = 25;
    private const int Objects = 14;

    private static readonly string[] Propagations = ["Background", "Foreground", "Orphan"];

    [Fact]
    public async Task Nothing_dangles_and_nothing_that_has_an_owner_is_lost()
    {
        Random random = new(20260101);
        for (int run = 0; run < Runs; run++)
        {
            await Run(random);
        }
    }

    private static async Task Run(Random random)
    {
        await using ClusterInProcess cluster = await ClusterInProcess.Start();
        List<(string Path, string[] Owners)> made = [];
        for (int index = 0; index < Objects; index++)
        {
            string path = (random.Next(2) == 0 ? "configmaps" : "secrets") + "/n/o" + index;
            string[] owners = [.. made.Where(_ => random.Next(4) == 0).Select(item => item.Path).Take(3)];
            bool isBlocking = random.Next(2) == 0;
            await cluster.Create(path, $$"""{"metadata":{"ownerReferences":[{{string.Join(',', owners.Select(owner => cluster.ReferenceTo(owner, isBlocking)))}}]} }""");
            made.Add((path, owners));
        }

        Model model = new(made);
        for (int deletion = random.Next(1, 5); deletion > 0; deletion--)
        {
            string victim = made[random.Next(made.Count)].Path;
            string propagation = Propagations[random.Next(Propagations.Length)];
            if (!cluster.Has(victim))
            {
                continue;
            }

            await cluster.Delete(victim, propagation);
            model.Delete(victim, propagation);
            await cluster.AtRest();
            string[] left = [.. made.Select(item => item.Path).Where(cluster.Has)];
            Assert.Equal(model.Left, left);
            Assert.All(left, path => Assert.Equal(
                model.OwnersOf(path).Order(),
                cluster.Get(path)["metadata"]["ownerReferences"].Items().Select(reference => PathOf(made, reference["name"].GetString())).Order()));
        }
    }

    private static string PathOf(List<(string Path, string[] Owners)> made, string name) =>
        made.Single(item => item.Path.EndsWith("/" + name, StringComparison.Ordinal)).Path;

    /// <summary>The rules, on names: a dependent loses the references to owners that go, and goes with the last of them; an orphan keeps no trace.</summary>
    private sealed class Model(List<(string Path, string[] Owners)> made)
    {
        private readonly Dictionary<string, List<string>> _owners = made.ToDictionary(item => item.Path, item => item.Owners.ToList());

        public IEnumerable<string> Left => made.Select(item => item.Path).Where(_owners.ContainsKey);

        public List<string> OwnersOf(string path) => _owners[path];

        public void Delete(string path, string propagation)
        {
            _owners.Remove(path);
            foreach ((string dependent, List<string> owners) in _owners.ToArray())
            {
                if (owners.Remove(path) && owners.Count == 0 && propagation != "Orphan")
                {
                    Delete(dependent, "Background");
                }
            }
        }
    }
}
