namespace Webhooks.Tests.Client.Leases;

/// <summary>One schedule: some minutes of cuts, halts, crashes, restarts and clocks that are set, then peace, then an orderly end.</summary>
internal static class ElectionSimulation
{
    /// <summary>How far clocks may differ: less than LeaseDuration / RenewDeadline, which is 1.5.</summary>
    public static readonly (double Slowest, double Fastest) Allowed = (0.82, 1.22);

    private static readonly TimeSpan Peace = TimeSpan.FromSeconds(120);

    /// <summary>Plays it.</summary>
    /// <returns>The world as it ended: <see cref="SimulatedWorld.Problem"/> says what must not have been.</returns>
    public static SimulatedWorld Play(int seed, (double Slowest, double Fastest) rates)
    {
        SimulatedWorld world = new(seed, rates);
        foreach (SimulatedNode node in world.Nodes)
        {
            node.Start();
        }

        long end = TimeSpan.FromSeconds(world.Random.Next(120, 400)).Ticks;
        while (world.Now < end && world.Problem == null)
        {
            world.Run(Seconds(world.Random, 12));
            Trouble(world, world.Nodes[world.Random.Next(world.Nodes.Count)]);
        }

        if (world.Problem == null)
        {
            Heal(world);
        }

        foreach (SimulatedNode node in world.Nodes)
        {
            node.Process!.Dispose();
        }

        return world;
    }

    private static void Trouble(SimulatedWorld world, SimulatedNode node)
    {
        switch (world.Random.Next(6))
        {
            case < 2:
                node.CutUntil = world.Now + Seconds(world.Random, 40).Ticks;
                world.Note($"{node.Process!.Identity} is cut off");
                break;
            case 2:
                node.HeldUntil = Math.Max(node.HeldUntil, world.Now + Seconds(world.Random, 30).Ticks);
                world.Note($"{node.Process!.Identity} is held up");
                break;
            case 3:
                node.Process!.Kill();
                node.Start();
                break;
            case 4:
                node.Process!.Stop();
                break;
            default:
                node.Off = TimeSpan.FromDays(world.Random.Next(-10_000, 10_000));
                break;
        }

        // Whoever starts again does so as somebody new.
        foreach (SimulatedNode gone in world.Nodes.Where(node => node.Process!.IsDead || (node.Process.Run.IsCompletedSuccessfully && node.Process.IsStopped)).ToList())
        {
            gone.Start();
        }
    }

    private static void Heal(SimulatedWorld world)
    {
        world.IsTroubled = false;
        foreach (SimulatedNode node in world.Nodes)
        {
            node.CutUntil = -1;
        }

        world.Note("peace");
        if (world.Nodes.All(node => node.Process!.IsStopped || node.Process.IsDead))
        {
            world.Nodes[0].Start();
        }

        world.Run(Peace, () => world.Nodes.Any(node => node.Process!.IsLeader));
        if (!world.Nodes.Any(node => node.Process!.IsLeader))
        {
            world.Fail("nobody leads in peace");
        }

        foreach (SimulatedNode node in world.Nodes)
        {
            node.Process!.Stop();
        }

        world.Run(Peace);
        if (world.Nodes.Any(node => !node.Process!.IsDead && !node.Process.Run.IsCompletedSuccessfully))
        {
            world.Fail("a process did not end");
        }

        if (world.Server.Holder.Length > 0 && world.Nodes.All(node => !node.Process!.IsDead))
        {
            world.Fail("nobody gave the Lease back");
        }
    }

    private static TimeSpan Seconds(Random random, int most) => TimeSpan.FromSeconds(most * random.NextDouble());
}
