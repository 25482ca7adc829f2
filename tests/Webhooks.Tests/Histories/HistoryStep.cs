using System.Globalization;
using System.Text.RegularExpressions;

namespace Webhooks.Tests.Histories;

/// <summary>One step of a history.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Name">What happens, in a word or two.</param>
/// <param name="Kind">How to read its file.</param>
/// <param name="Path">Its file; of <see cref="StepKind.Templates"/> its folder.</param>
internal sealed partial record HistoryStep(int Number, string Name, StepKind Kind, string Path)
{
    /// <summary>The ending of the files that say what a step leads to.</summary>
    public const string ExpectedEnding = ".expected";

    private static readonly Dictionary<string, StepKind> Endings = new(StringComparer.Ordinal)
    {
        [".yaml"] = StepKind.Whole,
        [".patch.yaml"] = StepKind.Patch,
        [".pod.yaml"] = StepKind.Pod,
        [".silent.yaml"] = StepKind.Silent,
        [".undo"] = StepKind.Undo,
        [".restore"] = StepKind.Restore,
    };

    /// <summary>True when the webhook is asked.</summary>
    public bool IsRequest => Kind is not (StepKind.Silent or StepKind.Templates);

    /// <summary>The file that says what it leads to.</summary>
    public string Expected => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, $"{Number}-{Name}{ExpectedEnding}");

    /// <summary>The step that a file or folder describes; <c>null</c>: none.</summary>
    public static HistoryStep? Of(string path)
    {
        string file = System.IO.Path.GetFileName(path);
        if (Form().Match(file) is not { Success: true } match)
        {
            return null;
        }

        int number = int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        string name = match.Groups["name"].Value;
        string ending = match.Groups["ending"].Value;
        return Directory.Exists(path) ? name == "templates" && ending.Length == 0 ? new HistoryStep(number, name, StepKind.Templates, path) : null
            : Endings.TryGetValue(ending, out StepKind kind) ? new HistoryStep(number, name, kind, path)
            : null;
    }

    [GeneratedRegex(@"\A(?<number>[1-9][0-9]?)-(?<name>[a-z0-9-]+)(?<ending>(\.[a-z]+)*)\z")]
    private static partial Regex Form();
}
