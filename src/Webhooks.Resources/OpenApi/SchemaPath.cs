using System.Globalization;
using System.Text;

namespace Webhooks.Resources.OpenApi;

/// <summary>The way to a schema, one step at a time: it becomes text only where something is wrong.</summary>
/// <remarks>Written as the API server does: <c>…properties[spec].items.allOf[0].$ref</c>.</remarks>
internal sealed class SchemaPath
{
    private const int LongestName = 128;
    private readonly SchemaPath? _parent;
    private readonly string _keyword;
    private readonly string? _key;
    private readonly int _index;

    private SchemaPath(SchemaPath? parent, string keyword, string? key, int index)
    {
        _parent = parent;
        _keyword = keyword;
        _key = key;
        _index = index;
        Depth = parent == null ? 0 : parent.Depth + 1;
    }

    /// <summary>How many schemas are around this one.</summary>
    public int Depth { get; }

    /// <summary>The path that this one starts with.</summary>
    public SchemaPath Top
    {
        get
        {
            SchemaPath top = this;
            while (top._parent != null)
            {
                top = top._parent;
            }

            return top;
        }
    }

    public static SchemaPath Root(string path) => new(null, path, null, -1);

    public static SchemaPath Root(string path, string name) => new(null, path, name, -1);

    public SchemaPath Member(string keyword) => new(this, keyword, null, -1);

    public SchemaPath Member(string keyword, string name) => new(this, keyword, name, -1);

    public SchemaPath Item(string keyword, int index) => new(this, keyword, null, index);

    public override string ToString()
    {
        Stack<SchemaPath> steps = new();
        for (SchemaPath? step = this; step != null; step = step._parent)
        {
            steps.Push(step);
        }

        StringBuilder text = new();
        foreach (SchemaPath step in steps)
        {
            text.Append(text.Length > 0 && step._keyword.Length > 0 ? "." : "").Append(Shorten(step._keyword));
            if (step._key != null)
            {
                text.Append('[').Append(Shorten(step._key)).Append(']');
            }
            else if (step._index >= 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{step._index}]");
            }
        }

        return text.ToString();
    }

    private static string Shorten(string name) =>
        name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName), "…");
}
