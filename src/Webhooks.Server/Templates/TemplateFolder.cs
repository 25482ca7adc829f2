using Webhooks.Admission.Templates;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Templates;

/// <summary>The folder, or the single file, that <c>--templates</c> names.</summary>
internal static class TemplateFolder
{
    /// <summary>Reads the templates; without a folder there are none.</summary>
    /// <exception cref="CommandException">It is not there, can't be read, or no file of it may hold templates.</exception>
    public static LoadedTemplates Load(string? folder, string annotationPrefix) =>
        Load(folder == null ? [] : SourceFiles.Read([folder], Stream.Null), annotationPrefix);

    /// <summary>Reads as far as it can be read; an empty folder is one without templates. Throws nothing that the file system does.</summary>
    public static FolderReading Read(string folder, string annotationPrefix)
    {
        List<string> failures = [];
        List<SourceFile> files = [];
        try
        {
            foreach (string path in FilesOf(folder))
            {
                AddFile(path, files, failures);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            failures.Add($"{folder}: {failure.Message}");
        }

        return new FolderReading(Load(files, annotationPrefix), failures);
    }

    /// <summary>The files that may hold templates, sorted; one that is not there, where the folder is not.</summary>
    public static IEnumerable<string> FilesOf(string folder) => Directory.Exists(folder) ? SourceFiles.FilesIn(folder) : [folder];

    private static void AddFile(string path, List<SourceFile> files, List<string> failures)
    {
        try
        {
            files.Add(SourceFiles.ReadFile(path));
        }
        catch (CommandException failure)
        {
            failures.AddRange(failure.Problems);
        }
        catch (IOException failure)
        {
            failures.Add($"{path}: {failure.Message}");
        }
    }

    private static LoadedTemplates Load(IEnumerable<SourceFile> files, string annotationPrefix) =>
        TemplateLoader.Load(files.Select(file => new TemplateFile(file.Name, file.Content)), annotationPrefix);
}
