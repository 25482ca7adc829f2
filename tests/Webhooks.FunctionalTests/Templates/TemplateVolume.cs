using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Templates;

/// <summary>A folder as the kubelet lays out a volume of a ConfigMap: links to <c>..data/file</c>, and <c>..data</c> a link that is swapped.</summary>
internal sealed class TemplateVolume(string folder)
{
    private int _generation;

    /// <summary>Puts other files in place of those that are there, in the kubelet's order of steps.</summary>
    public void Write(params (string Name, string Text)[] files)
    {
        string before = $"..{_generation}";
        string now = $"..{++_generation}";
        Directory.CreateDirectory(PathOf(now));
        foreach ((string name, string text) in files)
        {
            File.WriteAllText(PathOf(now, name), text);
        }

        SymbolicLinks.Swap(PathOf("..data"), now);
        foreach ((string name, _) in files.Where(file => !Path.Exists(PathOf(file.Name))))
        {
            File.CreateSymbolicLink(PathOf(name), Path.Combine("..data", name));
        }

        foreach (string link in Directory.GetFiles(folder).Where(link => files.All(file => file.Name != Path.GetFileName(link))))
        {
            File.Delete(link);
        }

        if (Directory.Exists(PathOf(before)))
        {
            Directory.Delete(PathOf(before), recursive: true);
        }
    }

    private string PathOf(params string[] path) => Path.Combine([folder, .. path]);
}
