namespace Webhooks.Client.Sending;

/// <summary>The body of an answer: reads what comes, no longer than it may, and says of what goes wrong what every transport says.</summary>
/// <param name="content">The bytes, decompressed.</param>
/// <param name="request">What was asked, for messages.</param>
/// <param name="maxLength">The most bytes; negative for any number.</param>
/// <param name="limit">How long it may take from now on; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
/// <param name="time">The clock.</param>
internal sealed class AnswerBody(Stream content, string request, long maxLength, TimeSpan limit, TimeProvider time) : Stream
{
    private readonly CancellationTokenSource? _limit = limit == Timeout.InfiniteTimeSpan ? null : new CancellationTokenSource(limit, time);
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource? both = _limit is not null && cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancellationToken)
            : null;
        try
        {
            int count = await content.ReadAsync(buffer, both?.Token ?? _limit?.Token ?? cancellationToken).ConfigureAwait(false);
            _read += count;
            return maxLength < 0 || _read <= maxLength
                ? count
                : throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"{request}: the answer is longer than {maxLength} bytes");
        }
        catch (OperationCanceledException cause)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new TimeoutException($"{request}: the body of the answer took longer than {limit.TotalSeconds} s", cause);
        }
        catch (HttpIOException cause)
        {
            throw new HttpRequestException(cause.HttpRequestError, $"{request}: the connection broke within the answer: {cause.Message}", cause);
        }
        catch (Exception cause) when (cause is IOException or InvalidDataException)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, $"{request}: the connection broke within the answer: {cause.Message}", cause);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("a thread would wait for the network; use ReadAsync");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
            _limit?.Dispose();
        }

        base.Dispose(disposing);
    }
}
