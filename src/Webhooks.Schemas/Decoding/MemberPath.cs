using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Decoding;

/// <summary>The way from an object's root to where its reading is: <c>spec.containers[1].name</c>. It is put into words only when it is asked for.</summary>
internal sealed class MemberPath
{
    private readonly List<Step> _steps = [];

    /// <summary>Goes to a member.</summary>
    public void Into(string member) => _steps.Add(new Step(member, default, 0));

    /// <summary>Goes to a member, named as in a document.</summary>
    public void Into(JsonValue member) => _steps.Add(new Step(null, member, 0));

    /// <summary>Goes to an item.</summary>
    public void Into(int index) => _steps.Add(new Step(null, default, index));

    /// <summary>Goes one step back.</summary>
    public void Back() => _steps.RemoveAt(_steps.Count - 1);

    /// <summary>The path of a member of where it is.</summary>
    public string Member(string name)
    {
        StringBuilder text = new();
        foreach (Step step in _steps)
        {
            if (step.Name == null && step.Sent.IsMissing)
            {
                text.Append('[').Append(step.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else
            {
                Append(text, step.Name ?? step.Sent.GetString());
            }
        }

        Append(text, name);
        return text.ToString();
    }

    private static void Append(StringBuilder text, string member) => text.Append(text.Length == 0 ? "" : ".").Append(member);

    /// <param name="Name">Of a member its name.</param>
    /// <param name="Sent">Or its name in the document.</param>
    /// <param name="Index">Of an item its index.</param>
    private readonly record struct Step(string? Name, JsonValue Sent, int Index);
}
