using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Decoding;

/// <summary>Unknown and duplicate members in the words of the server's decoder: each text once, a hundred at most.</summary>
public sealed class StrictFindings
{
    private const int Most = 100;
    private readonly List<string> _texts = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What was found, in the order found.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>A member that the type doesn't have.</summary>
    public void Unknown(string path) => Add("unknown field " + GoString.Quote(path));

    /// <summary>A member that stands there twice.</summary>
    public void Duplicate(string path) => Add("duplicate field " + GoString.Quote(path));

    private void Add(string text)
    {
        if (_texts.Count < Most && _seen.Add(text))
        {
            _texts.Add(text);
        }
    }
}
