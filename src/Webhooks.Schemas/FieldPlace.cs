using System.Globalization;
using System.Text;

namespace Webhooks.Schemas;

/// <summary>The way to a field, one step at a time, written as the API server's <c>field.Path</c>: <c>spec.labels[a.b/c].parts[0]</c>.</summary>
/// <remarks>Immutable; it becomes text only where something is wrong.</remarks>
internal sealed class FieldPlace
{
    private readonly FieldPlace? _parent;
    private readonly string _text;
    private readonly bool _isSubscript;

    private FieldPlace(FieldPlace? parent, string text, bool isSubscript)
    {
        _parent = parent;
        _text = text;
        _isSubscript = isSubscript;
    }

    /// <summary>The object itself, which has no path.</summary>
    public static FieldPlace Root { get; } = new(null, "", false);

    /// <summary>A place that is named already.</summary>
    public static FieldPlace Of(string path) => new(null, path, false);

    /// <summary>A member that the schema names.</summary>
    public FieldPlace Member(string name) => new(this, name, false);

    /// <summary>A member that the schema does not name.</summary>
    public FieldPlace Key(string name) => new(this, name, true);

    /// <summary>An item.</summary>
    public FieldPlace Item(int index) => new(this, index.ToString(CultureInfo.InvariantCulture), true);

    /// <summary>The path; <c>&lt;nil&gt;</c> for the object itself.</summary>
    public override string ToString()
    {
        Stack<FieldPlace> steps = new();
        for (FieldPlace? step = this; step != null; step = step._parent)
        {
            steps.Push(step);
        }

        StringBuilder text = new();
        foreach (FieldPlace step in steps)
        {
            text.Append(step._isSubscript ? "[" : text.Length > 0 ? "." : "").Append(step._text).Append(step._isSubscript ? "]" : "");
        }

        return text.Length == 0 ? "<nil>" : text.ToString();
    }
}
