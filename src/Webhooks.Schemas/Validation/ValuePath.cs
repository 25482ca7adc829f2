using System.Globalization;
using System.Text;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Validation;

/// <summary>The way to the value that is being checked; it becomes text only where something is wrong.</summary>
/// <remarks>
/// Members are joined by dots whatever their names are. A property has none before it where nothing stands there, so none behind a member
/// of the root without a name; one of additionalProperties always has it. kube-openapi has it so.
/// </remarks>
internal sealed class ValuePath
{
    private readonly List<(JsonValue Name, int Index, bool IsAdditional)> _steps = [];

    /// <summary>True at the value that was given.</summary>
    public bool IsRoot => _steps.Count == 0;

    public void Push(JsonValue name, bool isAdditional) => _steps.Add((name, 0, isAdditional));

    public void Push(int index) => _steps.Add((default, index, false));

    public void Pop() => _steps.RemoveAt(_steps.Count - 1);

    public override string ToString()
    {
        StringBuilder text = new();
        foreach ((JsonValue name, int index, bool isAdditional) in _steps)
        {
            if (name.IsMissing)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            }
            else
            {
                text.Append(isAdditional || text.Length > 0 ? "." : "").Append(name.GetString());
            }
        }

        return text.ToString();
    }
}
