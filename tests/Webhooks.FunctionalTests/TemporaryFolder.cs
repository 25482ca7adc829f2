using IoPath = System.IO.Path;

namespace Webhooks.FunctionalTests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("webhooks-test-").FullName;

    public string this[string name] => IoPath.Combine(Path, name);

    /// <summary>Writes a file in place.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, string text)
    {
        string path = this[name];
        Directory.CreateDirectory(IoPath.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Writes a file beside another and moves it over that.</summary>
    public void Replace(string name, string text) => File.Move(Write(name + ".new", text), this[name], overwrite: true);

    /// <summary>Fills a Kubernetes volume with a version: files are links to ..data/file, and ..data is swapped to another folder.</summary>
    public void Publish(string version, params IEnumerable<(string Name, string Text)> files)
    {
        foreach ((string name, string text) in files)
        {
            Write($"..{version}/{name}", text);
            if (!IoPath.Exists(this[name]))
            {
                File.CreateSymbolicLink(this[name], $"..data/{name}");
            }
        }

        // Not by a rename, which .NET does not do over a link to a folder: nobody may look in between.
        File.Delete(this["..data"]);
        File.CreateSymbolicLink(this["..data"], $"..{version}");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
