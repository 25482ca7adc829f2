using Webhooks.Admission.Templates;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Documents;

namespace Webhooks.Server.Injecting;

/// <summary>The folder that <c>--templates</c> names.</summary>
internal static class TemplateFolder
{
    /// <summary>Reads the templates of a folder, or of a single file; without one there are none.</summary>
    /// <exception cref="CommandException">It is not there or can't be read.</exception>
    public static LoadedTemplates Load(string? folder, string annotationPrefix)
    {
        IEnumerable<SourceFile> files = folder == null ? [] : SourceFiles.Read([folder], Stream.Null);
        return TemplateLoader.Load(files.Select(file => new TemplateFile(file.Name, file.Content)), annotationPrefix);
    }
}
