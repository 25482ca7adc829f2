using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Server.Documents;

/// <summary>One document of a file, with its place in it.</summary>
/// <param name="File">The file.</param>
/// <param name="Section">Its share of the file's bytes.</param>
/// <param name="Content">What it says; <c>null</c> for comments and blank lines only.</param>
internal sealed record SourceDocument(SourceFile File, YamlSection Section, YamlDocument? Content)
{
    /// <summary>The bytes as they stand in the file, the separator line included.</summary>
    public ReadOnlySpan<byte> Raw => File.Content.AsSpan(Section.Start, Section.End - Section.Start);

    /// <summary>The separator line and what stands before the content.</summary>
    public ReadOnlySpan<byte> RawPrefix => File.Content.AsSpan(Section.Start, Section.ContentStart - Section.Start);

    /// <summary>Takes a file apart. What can't be read goes to the problems.</summary>
    /// <param name="file">The file.</param>
    /// <param name="problems">Where they are noted.</param>
    /// <param name="isJson">Whether it must be JSON. Default: it may be, and is YAML where it is not.</param>
    public static IReadOnlyList<SourceDocument> Split(SourceFile file, List<string> problems, bool isJson = false)
    {
        List<SourceDocument> documents = [];
        try
        {
            foreach (YamlSection section in isJson ? YamlStream.SplitJson(file.Content) : YamlStream.Split(file.Content))
            {
                YamlDocument? content = section.Form == YamlForm.Empty ? null : YamlReader.Read(file.Content, section);
                SourceDocument document = new(file, section, content);
                if (content is { Root.Kind: not (JsonKind.Object or JsonKind.Null) })
                {
                    problems.Add(document.At(content.Root, "not a Kubernetes object: it must be a mapping with apiVersion and kind"));
                }

                documents.Add(document);
            }
        }
        catch (YamlFormatException failure)
        {
            problems.Add($"{file.Name}:{failure.Line}:{failure.Column}: {(isJson ? "no JSON, which the file's name promises: " : "")}{failure.Problem}");
        }

        return documents;
    }

    /// <summary>A message about a value of this document.</summary>
    public string At(JsonValue value, string message) => At(Content!.PositionOf(value), message);

    /// <summary>A message about a place in this document.</summary>
    public string At(YamlPosition position, string message) => $"{File.Name}:{position.Line}:{position.Column}: {message}";
}
