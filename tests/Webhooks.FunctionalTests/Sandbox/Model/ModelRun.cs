using System.Diagnostics;
using System.Globalization;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>
/// Random writers and watchers. Each step has chances of its own, so that a run without some of the steps makes sense
/// too: a failure is told by few of them.
/// </summary>
/// <param name="seed">The same seed makes the same steps.</param>
internal sealed class ModelRun(int seed)
{
    private const int KeptChanges = 40;
    private const int Watchers = 8;

    // Of these some fall so far behind that their place is forgotten.
    private const int Slow = 3;
    private const int MostTries = 200;

    // A try that waits for what never comes is long.
    private static readonly TimeSpan LongestShrinking = TimeSpan.FromMinutes(1);

    private readonly List<string> _told = [];

    /// <summary>What the run met.</summary>
    public ModelTally Tally { get; private set; } = new();

    /// <summary>Runs that many steps.</summary>
    /// <exception cref="InvalidOperationException">Something is not as it must be: the seed, and the fewest steps that show it.</exception>
    public async Task Run(int count)
    {
        int[] steps = [.. Enumerable.Range(0, count)];
        if (await Try(steps) is not (int reached, Exception failure))
        {
            return;
        }

        int[] fewest = await Shrink(steps[..(reached + 1)]);
        Exception last = (await Try(fewest))?.Failure ?? failure;
        throw new InvalidOperationException(
            string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {reached + 1} steps; shortest history {fewest.Length} steps:\n{string.Join('\n', _told)}\n{last.Message}"), last);
    }

    private async Task<int[]> Shrink(int[] steps)
    {
        int tries = 0;
        long started = Stopwatch.GetTimestamp();
        bool MayTry() => tries < MostTries && Stopwatch.GetElapsedTime(started) < LongestShrinking;
        for (int size = Math.Max(1, steps.Length / 2); MayTry(); size = Math.Max(1, size / 2))
        {
            bool isShorter = false;
            for (int start = 0; start < steps.Length && MayTry(); tries++)
            {
                int[] fewer = [.. steps[..start], .. steps[Math.Min(steps.Length, start + size)..]];
                if (await Try(fewer) is (int reached, _))
                {
                    (steps, isShorter) = (fewer[..(reached + 1)], true);
                }
                else
                {
                    start += size;
                }
            }

            if (size == 1 && !isShorter)
            {
                break;
            }
        }

        return steps;
    }

    private async Task<(int Reached, Exception Failure)?> Try(int[] steps)
    {
        using ModelServer server = new(KeptChanges);
        ModelHistory history = new(server.Cluster.Store, KeptChanges);
        Tally = new ModelTally([.. Enum.GetValues<ModelFact>().Except([ModelFact.Cut, ModelFact.TimedOut])]);
        ModelWriter writer = new(server, history, Tally, _told);
        Random scopes = new(seed);
        ModelWatcher[] watchers = [.. Enumerable.Range(0, Watchers).Select(_ => new ModelWatcher(server, history, writer, ModelScope.Choose(scopes), Tally))];
        int reached = 0;
        _told.Clear();
        try
        {
            foreach (ModelWatcher watcher in watchers)
            {
                await watcher.Start(scopes);
            }

            for (; reached < steps.Length; reached++)
            {
                await Step(new Random(ChanceOf(steps[reached])), server, history, writer, watchers);
            }

            reached--;
            foreach (ModelWatcher watcher in watchers)
            {
                await watcher.Check(scopes);
            }

            return null;
        }
        catch (Exception failure)
        {
            // Whatever it is, it is a finding.
            return (reached, failure);
        }
        finally
        {
            foreach (ModelWatcher watcher in watchers)
            {
                await watcher.DisposeAsync();
            }
        }
    }

    private async Task Step(Random random, ModelServer server, ModelHistory history, ModelWriter writer, ModelWatcher[] watchers)
    {
        int kind = random.Next(1000);
        ModelWatcher watcher = watchers[random.Next(random.Next(20) == 0 ? 0 : Slow, watchers.Length)];
        if (kind >= 700)
        {
            _told.Add(kind switch { < 890 => "reads", < 940 => "reconnects", < 960 => "starts", < 990 => "is checked", < 996 => "a minute passes", _ => "compacts" } + $" {watcher.Scope}");
        }

        switch (kind)
        {
            case < 700:
                writer.Write(random);
                break;
            case < 890:
                await watcher.ReadSome(random);
                break;
            case < 940:
                await watcher.Reconnect(random);
                break;
            case < 960:
                await watcher.Start(random);
                break;
            case < 990:
                await watcher.Check(random);
                break;
            case < 996:
                server.Time.Advance(TimeSpan.FromSeconds(61));
                break;
            default:
                history.Compact(server.Cluster.Store.Compact);
                break;
        }
    }

    private int ChanceOf(int step) => unchecked((seed * 1_000_003) + step);
}
