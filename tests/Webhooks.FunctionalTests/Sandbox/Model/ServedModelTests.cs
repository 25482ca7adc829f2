using System.Diagnostics;
using System.Net;
using Webhooks.FunctionalTests.Soak;
using Webhooks.Sandbox.Faults;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>Writers and watchers over HTTPS, all at once: each event is held against what was written.</summary>
/// <remarks>SOAK_SEED and SOAK_COUNT set the seed and the number of steps; the seed decides what each of them does, not when.</remarks>
public sealed class ServedModelTests(ITestOutputHelper output)
{
    private const int Slice = 1_000;

    // The model in one process takes more steps in the same time.
    private const int Share = 10;
    private const int LeastOfFull = 20_000;
    private const int Writers = 4;
    private const int LastChanges = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Every_watcher_is_told_what_was_written_and_ends_with_the_list()
    {
        SoakSettings settings = SoakSettings.Read(Slice * Share);
        int count = settings.Count / Share;
        long started = Stopwatch.GetTimestamp();
        await using ServedModel model = await ServedModel.Start();
        model.Server.Faults.Add(
            new FaultMatch { User = nameof(ServedPace.Severed), Verb = "watch", Probability = 0.7, Seed = settings.Seed }, new WatchEffect.Truncation(7));
        try
        {
            await Run(model, settings.Seed, count);
            model.Answers.Check(model.History);
        }
        catch (Exception failure)
        {
            string last = string.Join('\n', model.History.Changes.TakeLast(LastChanges));
            throw new InvalidOperationException($"seed {settings.Seed}, {count} writes; the last of them:\n{last}\n{failure.Message}", failure);
        }

        output.WriteLine($"SOAK model over HTTPS: seed {settings.Seed}, {count} steps, {model.Server.Revision} revisions, {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s\n{model.Tally.Table()}");
        if (count >= LeastOfFull)
        {
            model.Tally.AssertAllMet();
        }
    }

    private static async Task Run(ServedModel model, int seed, int count)
    {
        using SandboxClient client = new(model.Server);
        Task[] watching = [.. Watchers(model, client, seed).Select(watcher => model.Guard(watcher.Run))];
        Task writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(index => model.Guard(() => new ServedWriter(model, client, seed + index).Run(count / Writers))));

        // Also when it fails: the watchers come to their end.
        await Task.WhenAny(writing);
        await model.EndAll();
        await Task.WhenAll([writing, .. watching]).WaitAsync(Patience);
    }

    /// <summary>Each pace looks at each kind: in one namespace or all, with a selector or without.</summary>
    private static IEnumerable<ServedWatcher> Watchers(ServedModel model, SandboxClient client, int seed)
    {
        Random random = new(seed);
        foreach (ServedPace pace in Enum.GetValues<ServedPace>())
        {
            foreach (ModelKind kind in ModelKind.All)
            {
                // Who is to fall behind must have much to read.
                ModelScope scope = pace == ServedPace.Slow
                    ? new ModelScope(kind, "")
                    : ModelScope.Choose(random) with { Kind = kind, Namespace = random.Next(2) == 0 ? "" : kind.ChooseNamespace(random) };
                yield return new ServedWatcher(model, client, pace, scope, random.Next(2) == 0 ? HttpVersion.Version11 : HttpVersion.Version20, random.Next());
            }
        }
    }
}
