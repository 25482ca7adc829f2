using System.Diagnostics;

namespace Webhooks.FunctionalTests.Contract.Cluster;

/// <summary>A program of a control plane that runs until it is disposed of.</summary>
internal sealed class ClusterProcess : IDisposable
{
    /// <summary>Of what it last said.</summary>
    private const int KeptLines = 40;

    private readonly string _name;
    private readonly Process _process;
    private readonly Queue<string> _said = [];

    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its flags.</param>
    public ClusterProcess(string program, params IEnumerable<string> arguments)
    {
        _name = Path.GetFileName(program);
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Fails when it has ended, with what it last said.</summary>
    public void AssertRuns()
    {
        if (_process.HasExited)
        {
            lock (_said)
            {
                throw new InvalidOperationException($"{_name} ended with {_process.ExitCode}:\n{string.Join('\n', _said)}");
            }
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
        {
            _said.Enqueue(line.Data ?? "");
            if (_said.Count > KeptLines)
            {
                _said.Dequeue();
            }
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
