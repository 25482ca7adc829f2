namespace Webhooks.Shared.Golden;

/// <summary>A folder with what a command is given, and the files that say what it should print.</summary>
/// <param name="Name"><c>group/case</c>.</param>
/// <param name="Folder">Its absolute path.</param>
internal abstract record CaseFolder(string Name, string Folder)
{
    /// <summary>The names of the files that say what is printed.</summary>
    public abstract IReadOnlyList<string> Expectations { get; }

    /// <summary>The cases below a folder, <c>group/case</c>, in the order of their names.</summary>
    public static IReadOnlyList<T> Below<T>(string root, Func<string, string, T> make)
        where T : CaseFolder =>
    [
        .. Directory.EnumerateDirectories(root).SelectMany(Directory.EnumerateDirectories)
            .Select(folder => make(Path.GetRelativePath(root, folder).Replace('\\', '/'), folder))
            .OrderBy(one => one.Name, StringComparer.Ordinal),
    ];

    public string PathOf(string file) => Path.Combine(Folder, file);

    public bool Has(string file) => Path.Exists(PathOf(file));

    /// <summary>What was printed, without the case's folder in paths.</summary>
    public string Local(string text) => text.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
