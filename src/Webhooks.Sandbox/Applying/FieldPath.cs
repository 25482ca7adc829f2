using System.Text;

namespace Webhooks.Sandbox.Applying;

/// <summary>The place of a field in an object: its last element, as <see cref="FieldElement"/> writes it, and the way to it.</summary>
/// <param name="Parent">The field that it is in; <c>null</c> for a member of the object itself.</param>
/// <param name="Element">Such as <c>f:spec</c>.</param>
internal sealed record FieldPath(FieldPath? Parent, string Element)
{
    /// <summary>The elements from the object on.</summary>
    public IReadOnlyList<string> Elements()
    {
        List<string> elements = [];
        for (FieldPath? at = this; at != null; at = at.Parent)
        {
            elements.Add(at.Element);
        }

        elements.Reverse();
        return elements;
    }

    /// <summary>The path as the server shows it: <c>.spec.parts[name="p"].count</c>.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (string element in Elements())
        {
            text.Append(FieldElement.Show(element));
        }

        return text.ToString();
    }
}
