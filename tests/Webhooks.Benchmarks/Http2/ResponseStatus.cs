using System.Buffers.Text;

namespace Webhooks.Benchmarks.Http2;

/// <summary>The status that a response's header block begins with. Source: RFC 7541, section 6 and appendix A.</summary>
internal static class ResponseStatus
{
    // Static table, entries 8 to 14.
    private static readonly int[] Known = [200, 204, 206, 304, 400, 404, 500];

    /// <exception cref="InvalidDataException">It begins with something else, or in a form that Kestrel does not use.</exception>
    public static int Read(ReadOnlySpan<byte> block)
    {
        while (block is [>= 0x20 and < 0x40, ..])
        {
            // A change of the table's size, in one byte or more.
            int length = 1;
            if ((block[0] & 0x1f) == 0x1f)
            {
                while (block[length++] >= 0x80)
                {
                }
            }

            block = block[length..];
        }

        return block switch
        {
            [>= 0x88 and <= 0x8e, ..] => Known[block[0] - 0x88],
            [0x08 or 0x18 or 0x48, 3, ..] when Utf8Parser.TryParse(block.Slice(2, 3), out int status, out int read) && read == 3 => status,
            _ => throw new InvalidDataException($"no status at the beginning of {Convert.ToHexString(block)}"),
        };
    }
}
