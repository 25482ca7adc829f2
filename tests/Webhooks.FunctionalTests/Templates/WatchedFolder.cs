using System.Text;
using Webhooks.Admission.Templates;
using Webhooks.Server.Files;
using Webhooks.Server.Templates;
using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Templates;

/// <summary>A temporary folder of templates that is watched by a clock of its own.</summary>
internal sealed class WatchedFolder : IDisposable
{
    private const string Prefix = "initializer.kubernetes.io/";
    private static readonly string[] Hashes = [.. Enumerable.Range(0, 10).Select(HashOf)];
    private FolderTemplates? _watched;
    private KeptTemplates? _kept;
    private int _writes;

    public string Folder { get; } = Directory.CreateTempSubdirectory("webhooks").FullName;

    public ManualTime Time { get; } = new();

    public TemplatesInForce InForce { get; } = new();

    public LogLines Log { get; } = new();

    /// <summary>The watch; the first time, what is in the folder then is read.</summary>
    public FolderTemplates Templates => _watched ??= Load(Folder);

    /// <summary>What became of what it read.</summary>
    public KeptTemplates Kept
    {
        get
        {
            _ = Templates;
            return _kept!;
        }
    }

    /// <summary>The templates in force, each with the number of its version: <c>a=1 b=2</c>.</summary>
    public string Versions => string.Join(' ', InForce.Current.Names.Select(name => $"{name}={VersionOf(InForce.Current.Find(name)!)}"));

    public static string Text(int version) => $"containers:\n- name: agent\n  image: agent:{version}\n";

    public static string ConfigMap(string name, int version) =>
        $"kind: ConfigMap\nmetadata: {{name: {name}-initializer}}\ndata:\n  config: |\n    {Text(version).Replace("\n", "\n    ", StringComparison.Ordinal)}\n";

    /// <summary>Begins a watch of a folder.</summary>
    public FolderTemplates Load(string folder)
    {
        _kept = new KeptTemplates(folder, InForce, Time, Log);
        return FolderTemplates.Load(folder, Prefix, _kept, Time);
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a file in place; each time that it writes it is a second later, for a file system's clock may be coarse.</summary>
    public void Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        File.SetLastWriteTimeUtc(PathOf(name), DateTime.UnixEpoch.AddSeconds(++_writes));
    }

    /// <summary>Lets as many looks pass as a change may take: one that sees it, one that finds the files still.</summary>
    public void Settle() => Look(2);

    public void Look(int times)
    {
        for (; times > 0; times--)
        {
            Time.Advance(FileWatch.Interval);
            Templates.Look();
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The hash tells the versions apart.</summary>
    private static string VersionOf(InjectionTemplate template)
    {
        int version = Array.FindIndex(Hashes, hash => hash == template.Hash);
        return version < 0 ? "other" : $"{version}";
    }

    private static string HashOf(int version)
    {
        TemplateFile file = new("x.yaml", Encoding.UTF8.GetBytes(Text(version)));
        return TemplateLoader.Load([file], Prefix).Templates.Find("x")!.Hash;
    }
}
