using Webhooks.Benchmarks.Http2;

namespace Webhooks.Benchmarks.Load;

/// <summary>Starts each server a number of times, in turn.</summary>
internal static class StartMeasurement
{
    /// <summary>How many requests the first is compared to the last of.</summary>
    public const int Requests = 10;

    // What a start leaves running in the background is over by then.
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(1);

    // Before each request, the first included: all of them find the processor's caches cold and the threads asleep,
    // so that what the first takes longer is what was not prepared.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Measures.</summary>
    /// <param name="subjects">One for each server: what is asked of it after its start.</param>
    /// <param name="starts">How many of each.</param>
    public static StartResult[] Run(Subject[] subjects, int starts)
    {
        StartResult[] results = [.. subjects.Select(subject => new StartResult(subject))];
        foreach (Subject subject in subjects)
        {
            // Makes the certificate and brings the file into the page cache.
            ServerProcess.Start(subject.Executable).Dispose();
        }

        for (int start = 0; start < starts; start++)
        {
            foreach (StartResult result in results)
            {
                Measure(result);
            }

            Array.Reverse(results);
        }

        return [.. subjects.Select(subject => results.Single(result => result.Subject == subject))];
    }

    private static void Measure(StartResult result)
    {
        Subject subject = result.Subject;
        using ServerProcess process = ServerProcess.Start(subject.Executable);
        Thread.Sleep(Idle);
        long resident = process.Resident;
        using Http2Connection connection = process.Connect();
        PostRequest request = process.Post(subject.Path, subject.Body);
        TimeSpan[] durations = new TimeSpan[Requests];
        for (int index = 0; index < Requests; index++)
        {
            Thread.Sleep(Pause);
            durations[index] = SingleExchange.Post(connection, request, subject.IsRight).Duration;
        }

        result.Add(process.StartToReady, resident, durations[0], durations[^1]);
    }
}
