using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Webhooks.FunctionalTests.Sandbox;

/// <summary>The lines of a watch as they come, whatever they hold.</summary>
internal sealed class WatchLines(HttpResponseMessage response, Stream stream) : IDisposable
{
    private readonly PipeReader _reader = PipeReader.Create(stream);

    /// <summary>What came behind the last whole line when the watch had ended.</summary>
    public string Rest { get; private set; } = "";

    /// <summary>The next line; <c>null</c> at the end in good order.</summary>
    /// <exception cref="IOException">It broke off.</exception>
    public Task<string?> NextAsync() => NextAsync(default);

    /// <summary>The next line; <c>null</c> at the end in good order.</summary>
    /// <param name="cancellation">Gives up; the watch cannot be read on.</param>
    /// <exception cref="IOException">It broke off.</exception>
    public async Task<string?> NextAsync(CancellationToken cancellation)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            ReadResult result = await _reader.ReadAsync(patience.Token);
            if (result.Buffer.PositionOf((byte)'\n') is { } end)
            {
                string line = Encoding.UTF8.GetString(result.Buffer.Slice(0, end));
                _reader.AdvanceTo(result.Buffer.GetPosition(1, end));
                return line;
            }

            if (result.IsCompleted)
            {
                Rest = Encoding.UTF8.GetString(result.Buffer);
                _reader.AdvanceTo(result.Buffer.End);
                return null;
            }

            _reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    /// <summary>All lines until the end.</summary>
    public async Task<List<string>> AllAsync()
    {
        List<string> lines = [];
        while (await NextAsync() is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    public void Dispose() => response.Dispose();
}
