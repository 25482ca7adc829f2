using System.Runtime.InteropServices;

namespace Webhooks.Server.Lifetimes;

/// <summary>SIGTERM and SIGINT: the first asks to stop, the second ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>What shells report of a process that a signal ended: this and the signal's number.</summary>
    private const int EndedBySignal = 128;

    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration[] _registrations;

    /// <summary>Listens until disposed of.</summary>
    public StopSignals()
    {
        _registrations = [Register(PosixSignal.SIGTERM, number: 15), Register(PosixSignal.SIGINT, number: 2)];
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => _stop.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _stop.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal, int number) => PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        if (_stop.IsCancellationRequested)
        {
            Environment.Exit(EndedBySignal + number);
        }

        _stop.Cancel();
    });
}
