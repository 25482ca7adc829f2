using System.Diagnostics;
using Webhooks.Shared;

namespace Webhooks.Benchmarks.Load;

/// <summary>Compares published servers: what a request costs them under load, and what a start costs.</summary>
internal static class LoadMeasurement
{
    private const int Streams = 32;
    private const string GeneratorCore = "1";

    // Short rounds, so that a change of the machine's mood hits all alike.
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Preparation = TimeSpan.FromSeconds(5);

    /// <summary>Runs all and prints the tables.</summary>
    /// <returns>0; 2 for wrong arguments. Never another for a slow result.</returns>
    public static int Start(ReadOnlySpan<string> arguments)
    {
        if (LoadOptions.Parse(arguments) is not { } options)
        {
            Console.Error.WriteLine($"usage: {LoadOptions.Usage}");
            return 2;
        }

        MoveToOwnCore();
        string folder = Directory.CreateTempSubdirectory("webhooks-load-").FullName;
        try
        {
            Executable[] executables = [.. Executables(options, folder)];
            Subject[] subjects = [.. executables.SelectMany(Subjects)];
            LoadTable.Write(Load(subjects, rounds: options.Seconds), Console.Out);
            StartTable.Write(StartMeasurement.Run([.. subjects.DistinctBy(subject => subject.Executable)], options.Starts), Console.Out);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The threads that exist, and with them those to come.
    private static void MoveToOwnCore()
    {
        using Process taskset = Process.Start(new ProcessStartInfo("taskset", ["-a", "-c", "-p", GeneratorCore, $"{Environment.ProcessId}"]) { RedirectStandardOutput = true })!;
        taskset.WaitForExit();
    }

    private static IEnumerable<Executable> Executables(LoadOptions options, string folder)
    {
        foreach ((int index, string echo) in options.Echoes.Index())
        {
            yield return new Executable(Name("echo", index), echo, Path.Combine(folder, $"echo-{index}"), []);
        }

        string templates = Repository.PathOf("deploy", "samples", "templates");
        foreach ((int index, string server) in options.Servers.Index())
        {
            yield return new Executable(
                Name("serve", index), server, Path.Combine(folder, $"serve-{index}"), ["serve", "--templates", templates, "--log-level", "warn"]);
        }
    }

    private static string Name(string name, int index) => index == 0 ? name : $"{name} {index + 1}";

    private static IEnumerable<Subject> Subjects(Executable executable) =>
        executable.Arguments is ["serve", ..] ? [Subject.Injection(executable), Subject.Skip(executable), Subject.User(executable)] : [Subject.Echo(executable)];

    private static LoadResult[] Load(Subject[] subjects, int rounds)
    {
        LoadResult[] results = [.. subjects.Select(subject => new LoadResult(subject))];
        List<LoadedServer> servers = [];
        try
        {
            foreach (LoadResult result in results)
            {
                servers.Add(LoadedServer.Start(result, Streams));
            }

            servers.ForEach(server => server.Prepare(Preparation));
            for (int round = 0; round < rounds; round++)
            {
                servers.ForEach(server => server.Load(Round));
                servers.Reverse();
            }

            servers.ForEach(server => server.Finish());
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
        }

        return results;
    }
}
