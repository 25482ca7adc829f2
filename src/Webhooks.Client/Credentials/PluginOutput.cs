using System.Text;

namespace Webhooks.Client.Credentials;

/// <summary>Reads what a plugin prints, to its end, so that it never waits for a reader; keeps a bounded part.</summary>
internal static class PluginOutput
{
    /// <summary>The longest answer, in bytes: a token and two certificates are a tenth of it.</summary>
    public const int LongestAnswer = 256 * 1024;

    private const int KeptErrors = 2048;

    /// <summary>The beginning, and whether that is all.</summary>
    public static async Task<(byte[] Text, bool IsWhole)> BeginningAsync(Stream output)
    {
        byte[] kept = new byte[LongestAnswer];
        int length = await output.ReadAtLeastAsync(kept, kept.Length, throwOnEndOfStream: false).ConfigureAwait(false);
        byte[] more = new byte[4096];
        bool isWhole = true;
        while (length == kept.Length && await output.ReadAsync(more).ConfigureAwait(false) > 0)
        {
            isWhole = false;
        }

        return (kept[..length], isWhole);
    }

    /// <summary>The end, where programs say what went wrong.</summary>
    /// <param name="output">What is printed.</param>
    /// <param name="echo">Who reads it meanwhile; <c>null</c> for nobody.</param>
    public static async Task<string> EndAsync(Stream output, TextWriter? echo)
    {
        byte[] kept = new byte[2 * KeptErrors];
        int length = 0;
        int count;
        while ((count = await output.ReadAsync(kept.AsMemory(length)).ConfigureAwait(false)) > 0)
        {
            if (echo is not null)
            {
                await echo.WriteAsync(Encoding.UTF8.GetString(kept, length, count)).ConfigureAwait(false);
            }

            length += count;
            if (length == kept.Length)
            {
                kept.AsSpan(KeptErrors).CopyTo(kept);
                length = KeptErrors;
            }
        }

        return Encoding.UTF8.GetString(kept, Math.Max(0, length - KeptErrors), Math.Min(length, KeptErrors));
    }
}
