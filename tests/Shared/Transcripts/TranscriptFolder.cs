using System.Collections.Immutable;

namespace Webhooks.Shared.Transcripts;

/// <summary>The scenarios of a folder, found by listing: <c>area/slug.json</c>.</summary>
internal static class TranscriptFolder
{
    /// <summary>Where the project's own recordings are.</summary>
    public static string Own => Repository.PathOf("tests", "Transcripts");

    /// <summary>The names of all scenarios, sorted.</summary>
    public static ImmutableArray<string> Names(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/')[..^".json".Length])
            .Where(name => name.Count(letter => letter == '/') == 1)
            .Order(StringComparer.Ordinal)];

    /// <summary>Reads one.</summary>
    /// <exception cref="FormatException">It is not of the format, or names itself otherwise.</exception>
    public static Transcript Read(string folder, string name)
    {
        string path = Path.Combine(folder, name + ".json");
        try
        {
            Transcript transcript = TranscriptReader.Read(File.ReadAllText(path));
            return transcript.Name == name ? transcript : throw new FormatException($"it calls itself {transcript.Name}");
        }
        catch (FormatException failure)
        {
            throw new FormatException($"{path}: {failure.Message}", failure);
        }
    }
}
