using System.Globalization;
using System.Text;
using Xunit;

namespace Webhooks.Tests.Client.Watching;

/// <summary>A server whose objects change without end; its watches break after some events, in the middle of the next one.</summary>
/// <param name="keys">How many objects there are.</param>
/// <param name="ofOneWatch">How many events a watch has.</param>
/// <param name="count">How many events there are; the watch after the last one is silent.</param>
internal sealed class EventSource(int keys, int ofOneWatch, int count)
{
    /// <summary>About how long a line is, in bytes.</summary>
    public const int LineLength = 1200;

    private const int First = 1000;

    private static readonly string Padding = new('x', LineLength - 200);

    public void Play(ScriptedExchange asked)
    {
        if (asked.Request.Verb == "list")
        {
            asked.Answer(WatchTexts.List($"{First}"));
            return;
        }

        int version = int.Parse(asked["resourceVersion"], CultureInfo.InvariantCulture);
        Assert.Equal(0, (version - First) % ofOneWatch);
        ScriptedStream stream = asked.Open();
        int last = Math.Min(version + ofOneWatch, First + count);
        if (version == last)
        {
            return;
        }

        StringBuilder text = new();
        for (int next = version + 1; next <= last; next++)
        {
            text.Append(Line(next));
        }

        text.Append(Line(last + 1), 0, 100);
        stream.Push(Encoding.UTF8.GetBytes(text.ToString()));
        stream.Break();
    }

    private string Line(int version) => WatchTexts.Event(
        "MODIFIED", WatchTexts.Item($"k{version % keys}@{version}").Replace("\"data\":{", $"\"data\":{{\"padding\":\"{Padding}\",", StringComparison.Ordinal));
}
