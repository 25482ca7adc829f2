namespace Webhooks.Tests.Client.Watching;

/// <summary>A body that comes as a script wants it: bytes, an end, a fault, or nothing for as long as it likes.</summary>
internal sealed class ScriptedStream : Stream
{
    private readonly Queue<byte[]> _chunks = [];
    private TaskCompletionSource? _read;
    private Exception? _fault;
    private bool _hasEnded;

    /// <summary>Whether the reader has let go of it.</summary>
    public bool IsDisposed { get; private set; }

    /// <summary>Whether a read that is cancelled ends; else only disposing of the stream ends it.</summary>
    public bool HeedsTokens { get; init; } = true;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Bytes come.</summary>
    public void Push(byte[] bytes)
    {
        _chunks.Enqueue(bytes);
        Wake();
    }

    /// <summary>The body ends in good order.</summary>
    public void End()
    {
        _hasEnded = true;
        Wake();
    }

    /// <summary>The connection breaks.</summary>
    public void Break(Exception? fault = null)
    {
        _fault = fault ?? new IOException("the connection broke");
        Wake();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            if (_chunks.TryPeek(out byte[]? chunk))
            {
                int length = Math.Min(chunk.Length, buffer.Length);
                chunk.AsSpan(0, length).CopyTo(buffer.Span);
                _chunks.Dequeue();
                if (length < chunk.Length)
                {
                    PutBack(chunk[length..]);
                }

                return length;
            }

            if (_fault != null)
            {
                throw _fault;
            }

            if (_hasEnded)
            {
                return 0;
            }

            _read = new TaskCompletionSource();
            using CancellationTokenRegistration end = HeedsTokens
                ? cancellationToken.UnsafeRegister((_, token) => _read?.TrySetCanceled(token), null)
                : default;
            await _read.Task;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        Wake();
        base.Dispose(disposing);
    }

    private void PutBack(byte[] rest)
    {
        byte[][] others = [.. _chunks];
        _chunks.Clear();
        _chunks.Enqueue(rest);
        Array.ForEach(others, _chunks.Enqueue);
    }

    private void Wake() => Interlocked.Exchange(ref _read, null)?.TrySetResult();
}
