using Webhooks.Resources.Literals;

namespace Webhooks.Schemas.Decoding;

/// <summary>Unknown and duplicate members in the words of the server's decoder: each text once, a hundred at most.</summary>
public sealed class StrictFindings
{
    private const int Most = 100;
    private readonly List<string> _texts = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _unknown = [];

    /// <summary>What was found, in the order found.</summary>
    public IReadOnlyList<string> Texts => _texts;

    /// <summary>The paths of the unknown ones among them.</summary>
    public IReadOnlyList<string> UnknownPaths => _unknown;

    /// <summary>A member that the type doesn't have.</summary>
    public void Unknown(string path)
    {
        if (Add("unknown field " + GoString.Quote(path)))
        {
            _unknown.Add(path);
        }
    }

    /// <summary>A member that stands there twice.</summary>
    public void Duplicate(string path) => Add("duplicate field " + GoString.Quote(path));

    private bool Add(string text)
    {
        bool isNew = _texts.Count < Most && _seen.Add(text);
        if (isNew)
        {
            _texts.Add(text);
        }

        return isNew;
    }
}
