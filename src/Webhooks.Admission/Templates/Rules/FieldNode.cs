using System.Globalization;
using System.Text;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>One step of a path, and the steps before it: a path becomes text only where something is wrong.</summary>
/// <param name="Parent">The steps before; <c>null</c> for the first.</param>
/// <param name="Name">A member's name or, for a key of a map, the key; <c>null</c> for an item.</param>
/// <param name="Index">The index of an item; -1 for a key of a map.</param>
internal sealed record FieldNode(FieldNode? Parent, string? Name, int Index)
{
    public const int Key = -1;

    /// <summary>The path as Kubernetes writes it: <c>containers[0].resources.limits[cpu]</c>.</summary>
    public string Path
    {
        get
        {
            StringBuilder text = new();
            Write(text);
            return text.ToString();
        }
    }

    /// <summary>Recurses no deeper than a document: 256 containers.</summary>
    private void Write(StringBuilder text)
    {
        Parent?.Write(text);
        if (Name == null)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{Index}]");
        }
        else if (Index == Key)
        {
            text.Append('[').Append(Shortened.Of(Name)).Append(']');
        }
        else
        {
            text.Append(text.Length > 0 ? "." : "").Append(Shortened.Of(Name));
        }
    }
}
