using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Applying;

/// <summary>The way from an object to the field that is looked at. It is put into words only when something is wrong there.</summary>
internal sealed class FieldTrail
{
    private readonly List<Step> _steps = [];

    /// <summary>Goes to a member.</summary>
    public void Into(JsonValue name) => _steps.Add(new Step(name, null, 0));

    /// <summary>Goes to an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="list">The type of the list.</param>
    /// <param name="index">Its index.</param>
    public void Into(JsonValue item, FieldType list, int index) => _steps.Add(new Step(item, list, index));

    /// <summary>Goes one step back.</summary>
    public void Back() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>The way as the server shows it: <c>.spec.parts[name="p"].count</c>.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (Step step in _steps)
        {
            text.Append(FieldElement.Show(
                step.List == null ? FieldElement.Member(step.Value.GetString())
                : !step.List.IsListAtomic && FieldItems.ElementOf(step.Value, step.List) is { } element ? element
                : string.Create(CultureInfo.InvariantCulture, $"i:{step.Index}")));
        }

        return text.ToString();
    }

    /// <param name="Value">The name of a member, or an item.</param>
    /// <param name="List">Of an item the type of its list.</param>
    /// <param name="Index">Of an item its index.</param>
    private readonly record struct Step(JsonValue Value, FieldType? List, int Index);
}
