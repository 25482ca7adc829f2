namespace Webhooks.Client.Watching;

/// <summary>Cuts a stream into lines, each in one piece of memory. A line that is too long is passed over, so that no server fills the memory.</summary>
/// <remarks>For one reader. What stands after the last line end is no line: the stream broke off in it.</remarks>
/// <param name="stream">Where the bytes come from.</param>
/// <param name="longest">How long a line may be, in bytes.</param>
internal sealed class LineReader(Stream stream, int longest = LineReader.Longest)
{
    /// <summary>16 MiB: ten times what an API server stores as one object.</summary>
    public const int Longest = 16 * 1024 * 1024;

    private const int FirstSize = 32 * 1024;

    private byte[] _buffer = new byte[Math.Min(FirstSize, longest + 1)];
    private int _start;
    private int _searched;
    private int _end;
    private bool _passesOver;

    /// <summary>Takes the next line out of what has been read.</summary>
    /// <param name="line">
    /// The line, good until the next <see cref="FillAsync"/>; empty for one that was too long. Lines without anything are left out.
    /// </param>
    /// <returns>False when there is no whole line.</returns>
    public bool TryTake(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            int length = _buffer.AsSpan(_searched.._end).IndexOf((byte)'\n');
            if (length < 0)
            {
                _searched = _end;
                line = default;
                return false;
            }

            line = _buffer.AsSpan(_start..(_searched + length));
            _start = _searched += length + 1;
            if (_passesOver || line.Length > longest)
            {
                _passesOver = false;
                line = default;
                return true;
            }

            if (line.ContainsAnyExcept(" \t\r"u8))
            {
                return true;
            }
        }
    }

    /// <summary>Reads on.</summary>
    /// <returns>False at the end of the stream.</returns>
    public async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        int read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        return read > 0;
    }

    private void MakeRoom()
    {
        if (_passesOver || _start == _end)
        {
            _start = _searched = _end = 0;
        }
        else if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _searched, _end) = (0, _searched - _start, _end - _start);
        }

        if (_end < _buffer.Length)
        {
            return;
        }

        if (_end > longest)
        {
            _passesOver = true;
            _start = _searched = _end = 0;
        }
        else
        {
            Array.Resize(ref _buffer, Math.Min(longest + 1, 2 * _buffer.Length));
        }
    }
}
