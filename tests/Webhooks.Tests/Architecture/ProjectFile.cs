using System.Reflection;
using System.Xml.Linq;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Architecture;

/// <summary>One project of the solution, as its .csproj states it.</summary>
/// <param name="Name">The file's name without its ending: <c>Webhooks.Server</c>.</param>
/// <param name="Folder">The absolute path of the folder that holds it.</param>
/// <param name="AssemblyName">What it compiles to, without <c>.dll</c>: <c>webhooks</c>.</param>
/// <param name="ProjectReferences">Names of the projects that it references directly.</param>
/// <param name="OtherReferences">Packages and shared frameworks that it references directly.</param>
internal sealed record ProjectFile(
    string Name, string Folder, string AssemblyName, IReadOnlyList<string> ProjectReferences, IReadOnlyList<string> OtherReferences)
{
    /// <summary>The projects that ship, by name.</summary>
    public static IReadOnlyList<ProjectFile> Sources { get; } = In("src");

    /// <summary>The projects that prove them, by name.</summary>
    public static IReadOnlyList<ProjectFile> Tests { get; } = In("tests");

    /// <summary>Reads a project file's text.</summary>
    public static ProjectFile Parse(string path, string xml)
    {
        XElement project = XElement.Parse(xml);
        string name = Path.GetFileNameWithoutExtension(path);
        return new ProjectFile(
            name,
            Path.GetDirectoryName(path)!,
            project.Descendants("AssemblyName").SingleOrDefault()?.Value ?? name,
            [.. Includes("ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))],
            [.. Includes("PackageReference"), .. Includes("FrameworkReference")]);

        IEnumerable<string> Includes(string element) =>
            project.Descendants(element).Select(reference => (string?)reference.Attribute("Include")).OfType<string>();
    }

    /// <summary>The compiled project, from the folder that the tests run in.</summary>
    public Assembly Load()
    {
        string file = Path.Combine(AppContext.BaseDirectory, AssemblyName + ".dll");
        Assert.True(File.Exists(file), $"{Name} is not beside the tests: reference it in Webhooks.Tests.csproj.");
        return Assembly.Load(AssemblyName);
    }

    private static ProjectFile[] In(string folder) =>
        [.. Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => Parse(path, File.ReadAllText(path)))];
}
