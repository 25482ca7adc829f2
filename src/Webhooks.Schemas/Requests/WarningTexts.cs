namespace Webhooks.Schemas.Requests;

/// <summary>
/// The warnings of a request as an API server sends them: each once, none that has control characters, and all cut once they get
/// too long together. Source: the warning recorder of apiserver, <c>net.NewWarningHeader</c>.
/// </summary>
public sealed class WarningTexts
{
    /// <summary>The most code points of all that are sent whole.</summary>
    private const int MostWhole = 4096;

    /// <summary>The most code points of one, beyond that.</summary>
    private const int MostOfOne = 256;

    private readonly List<string> _told = [];
    private readonly List<string> _sent = [];
    private int _length;
    private bool _isCutting;

    private WarningTexts()
    {
    }

    /// <summary>What is sent of these, in their order.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> warnings)
    {
        WarningTexts texts = new();
        foreach (string warning in warnings.Where(one => one.Length > 0).Distinct(StringComparer.Ordinal))
        {
            texts.Tell(warning);
        }

        return texts._sent;
    }

    private void Tell(string warning)
    {
        if (_isCutting && _length >= MostWhole)
        {
            return;
        }

        _told.Add(warning);
        if (_isCutting || !IsSendable(warning) || _length + Length(warning) <= MostWhole)
        {
            Send(warning);
            return;
        }

        _isCutting = true;
        _length = 0;
        _sent.Clear();
        _told.ForEach(Send);
    }

    private void Send(string warning)
    {
        string text = _isCutting ? Cut(warning) : warning;
        if (IsSendable(text))
        {
            _sent.Add(text);
            _length += Length(text);
        }
    }

    private static string Cut(string text) => string.Concat(text.EnumerateRunes().Take(MostOfOne).Select(rune => rune.ToString()));

    private static bool IsSendable(string text) => !text.Any(char.IsControl);

    private static int Length(string text) => text.EnumerateRunes().Count();
}
