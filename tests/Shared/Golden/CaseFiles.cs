using Webhooks.Admission.Templates;
using Webhooks.Resources.Yaml;

namespace Webhooks.Shared.Golden;

/// <summary>Reads the files of a case, named as its expectations name them.</summary>
internal static class CaseFiles
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>A file, or the YAML and JSON files of a folder, by name; hidden ones are passed over.</summary>
    public static IEnumerable<TemplateFile> In(GoldenCase one, string path)
    {
        IEnumerable<string> files = Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => Extensions.Contains(Path.GetExtension(file)) && !Path.GetFileName(file).StartsWith('.'))
            : [path];
        return files.Order(StringComparer.Ordinal).Select(file => new TemplateFile(Path.GetRelativePath(one.Folder, file), File.ReadAllBytes(file)));
    }

    /// <summary>The documents of a stream; none for comments.</summary>
    public static IEnumerable<YamlDocument> Documents(ReadOnlyMemory<byte> stream) =>
        YamlStream.Split(stream).Where(section => section.Form != YamlForm.Empty).Select(section => YamlReader.Read(stream, section));
}
