using System.Buffers;
using Webhooks.Sandbox.Watching;

namespace Webhooks.Sandbox.Faults;

/// <summary>Lets an effect act on the lines of one watch.</summary>
/// <remarks>For one watch.</remarks>
internal sealed class DisturbedLines(WatchEffect effect)
{
    private bool _isDone;

    /// <summary>How many events went through.</summary>
    public int Events { get; private set; }

    /// <summary>Whether nothing more is to be sent.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether its connection is to be cut then.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Writes what comes before the first event.</summary>
    public void Start(IBufferWriter<byte> output) => Disturb(output);

    /// <summary>Writes the line of an event, and what the effect makes of it.</summary>
    public void Write(ReadOnlySpan<byte> line, bool isBookmark, IBufferWriter<byte> output)
    {
        if (IsOver)
        {
            return;
        }

        if (effect is WatchEffect.Truncation truncation && Events == truncation.After)
        {
            output.Write(line[..(line.Length / 2)]);
            (IsOver, IsCut) = (true, !truncation.IsClean);
            return;
        }

        output.Write(line);
        Events++;
        if (isBookmark && effect is WatchEffect.RepeatedBookmarks)
        {
            output.Write(line);
            Events++;
        }

        Disturb(output);
    }

    private void Disturb(IBufferWriter<byte> output)
    {
        if (_isDone || Events < effect.After)
        {
            return;
        }

        switch (effect)
        {
            case WatchEffect.Line line:
                output.Write(line.Bytes.Span);
                output.Write("\n"u8);
                break;
            case WatchEffect.Error error:
                WatchOutput.WriteErrorLine(error.Status, output);
                Events++;
                IsOver = true;
                break;
            case WatchEffect.End:
                IsOver = true;
                break;
            default:
                return;
        }

        _isDone = true;
    }
}
