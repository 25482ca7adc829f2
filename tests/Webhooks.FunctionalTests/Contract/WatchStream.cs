using System.Buffers;
using System.IO.Pipelines;
using System.Threading.Channels;
using Webhooks.Shared.Transcripts;

namespace Webhooks.FunctionalTests.Contract;

/// <summary>An open watch. Its lines are read in the background, so that the server never waits for the replay.</summary>
internal sealed class WatchStream : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly CancellationTokenSource _closing = new();
    private readonly Channel<byte[]> _lines = Channel.CreateUnbounded<byte[]>();
    private readonly Task _reading;
    private string? _fault;
    private bool _afterBookmark;

    /// <param name="response">An answer that has begun; it belongs to the watch from now on.</param>
    /// <param name="showsBookmarks">Whether plain bookmarks count.</param>
    public WatchStream(HttpResponseMessage response, bool showsBookmarks)
    {
        _response = response;
        ShowsBookmarks = showsBookmarks;
        _reading = ReadAsync();
    }

    /// <summary>Whether plain bookmarks count; those that follow each other count as one.</summary>
    public bool ShowsBookmarks { get; }

    /// <summary>The next event that counts.</summary>
    /// <param name="patience">How long it is waited for.</param>
    public async Task<WatchMoment> NextAsync(TimeSpan patience)
    {
        using CancellationTokenSource waiting = new(patience);
        try
        {
            while (await _lines.Reader.WaitToReadAsync(waiting.Token))
            {
                if (_lines.Reader.TryRead(out byte[]? line) && new WatchEvent(TranscriptJson.Parse(line)) is var one && Counts(one))
                {
                    return one;
                }
            }

            return new WatchEnd(_fault);
        }
        catch (FormatException failure)
        {
            return new WatchEnd($"a line that is no JSON: {failure.Message}");
        }
        catch (OperationCanceledException)
        {
            return new WatchSilence();
        }
    }

    private bool Counts(WatchEvent one)
    {
        bool isPlain = EventComparison.IsPlainBookmark(one.Json);
        bool follows = isPlain && _afterBookmark;
        _afterBookmark = isPlain;
        return !isPlain || (ShowsBookmarks && !follows);
    }

    private async Task ReadAsync()
    {
        try
        {
            PipeReader reader = PipeReader.Create(await _response.Content.ReadAsStreamAsync(_closing.Token));
            ReadResult result;
            do
            {
                result = await reader.ReadAsync(_closing.Token);
                ReadOnlySequence<byte> rest = result.Buffer;
                while (rest.PositionOf((byte)'\n') is { } end)
                {
                    _lines.Writer.TryWrite(rest.Slice(0, end).ToArray());
                    rest = rest.Slice(rest.GetPosition(1, end));
                }

                _fault = result.IsCompleted && !rest.IsEmpty ? $"the last line was cut off after {rest.Length} bytes" : null;
                reader.AdvanceTo(rest.Start, rest.End);
            }
            while (!result.IsCompleted);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException)
        {
            _fault = failure.Message;
        }

        _lines.Writer.Complete();
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _reading;
        _response.Dispose();
        _closing.Dispose();
    }
}
