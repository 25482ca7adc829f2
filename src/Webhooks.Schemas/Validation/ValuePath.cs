using System.Globalization;
using System.Text;

namespace Webhooks.Schemas.Validation;

/// <summary>The way to the value that is being checked; it becomes text only where something is wrong.</summary>
/// <remarks>Members are joined by dots whatever their names are, and at the root a member of additionalProperties begins with one: kube-openapi has it so.</remarks>
internal sealed class ValuePath
{
    private readonly List<(string? Name, int Index, bool HasDot)> _steps = [];

    /// <summary>True at the value that was given.</summary>
    public bool IsRoot => _steps.Count == 0;

    public void Push(string name, bool isAdditional) => _steps.Add((name, 0, isAdditional || _steps.Count > 0));

    public void Push(int index) => _steps.Add((null, index, false));

    public void Pop() => _steps.RemoveAt(_steps.Count - 1);

    public override string ToString()
    {
        StringBuilder text = new();
        foreach ((string? name, int index, bool hasDot) in _steps)
        {
            if (name == null)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else
            {
                text.Append(hasDot ? "." : "").Append(name);
            }
        }

        return text.ToString();
    }
}
