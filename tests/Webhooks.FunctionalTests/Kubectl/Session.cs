using System.Text;
using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Kubectl;

/// <summary>A file of commands for one server, each followed by what it prints.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Steps">The commands in their order.</param>
internal sealed record Session(string Name, IReadOnlyList<SessionStep> Steps)
{
    private const string Prompt = "$ ";
    private const string Remark = "## ";
    private const string Ending = ".txt";

    /// <summary>The folder of the sessions.</summary>
    public static string Root { get; } = Repository.PathOf("tests", "Kubectl");

    /// <summary>The names of all sessions, found by listing.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Root, "*" + Ending).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    /// <summary>Where a session is kept.</summary>
    public static string PathOf(string name) => Path.Combine(Root, name + Ending);

    /// <summary>Reads a session.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">The file.</param>
    public static Session Parse(string name, string text)
    {
        List<SessionStep> steps = [];
        StringBuilder comment = new();
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith(Remark, StringComparison.Ordinal))
            {
                comment.Append(line).Append('\n');
            }
            else if (line.StartsWith(Prompt, StringComparison.Ordinal))
            {
                steps.Add(new SessionStep(comment.ToString(), line[Prompt.Length..], ""));
                comment.Clear();
            }
            else if (steps.Count > 0)
            {
                steps[^1] = steps[^1] with { Output = steps[^1].Output + line + "\n" };
            }
            else if (line.Length > 0)
            {
                throw new FormatException($"{name}: '{line}' stands before the first command; a comment starts with '{Remark}'.");
            }
        }

        return new Session(name, [.. steps.Select(step => step with { Output = step.Output.TrimEnd('\n') })]);
    }

    /// <summary>The file of the session.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (SessionStep step in Steps)
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(step.Comment).Append(Prompt).Append(step.Command).Append('\n');
            text.Append(step.Output).Append(step.Output.Length == 0 ? "" : "\n");
        }

        return text.ToString();
    }
}
