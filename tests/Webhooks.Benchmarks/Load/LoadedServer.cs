using System.Diagnostics;
using Webhooks.Benchmarks.Http2;

namespace Webhooks.Benchmarks.Load;

/// <summary>A running server and the one connection to it.</summary>
internal sealed class LoadedServer : IDisposable
{
    private readonly LoadResult _result;
    private readonly ServerProcess _process;
    private readonly Http2Connection _connection;
    private readonly ClosedLoop _loop;

    private LoadedServer(LoadResult result, ServerProcess process, Http2Connection connection, ClosedLoop loop) =>
        (_result, _process, _connection, _loop) = (result, process, connection, loop);

    /// <summary>Starts the server, opens the connection, and takes the first answer as the one that all others must equal.</summary>
    public static LoadedServer Start(LoadResult result, int streams)
    {
        Subject subject = result.Subject;
        ServerProcess process = ServerProcess.Start(subject.Executable);
        try
        {
            Http2Connection connection = process.Connect();
            PostRequest request = process.Post(subject.Path, subject.Body);
            (byte[] expected, _) = SingleExchange.Post(connection, request, subject.IsRight);
            return new LoadedServer(result, process, connection, new ClosedLoop(connection, request, expected, streams));
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Loads it without counting, until its code is compiled as it will stay.</summary>
    public void Prepare(TimeSpan duration) => _loop.Run(duration);

    /// <summary>Loads it and adds what that took to the result.</summary>
    public void Load(TimeSpan duration)
    {
        long? allocated = _process.Health.AllocatedBytes();
        TimeSpan processorTime = _process.ProcessorTime;
        long started = Stopwatch.GetTimestamp();
        IReadOnlyList<long> latencies = _loop.Run(duration);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        _result.Add(latencies, elapsed, _process.ProcessorTime - processorTime, _process.Health.AllocatedBytes() - allocated);
    }

    /// <summary>Notes what it holds.</summary>
    public void Finish() => _result.Resident = _process.Resident;

    public void Dispose()
    {
        _connection.Dispose();
        _process.Dispose();
    }
}
