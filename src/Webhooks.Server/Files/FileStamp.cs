using System.Globalization;

namespace Webhooks.Server.Files;

/// <summary>What tells one version of a file from the next without reading it.</summary>
internal static class FileStamp
{
    /// <summary>Path, real path, size and time of change of each file; of one that is not there or can't be looked at, that.</summary>
    public static string Of(IEnumerable<string> paths)
    {
        Dictionary<string, string> realFolders = new(StringComparer.Ordinal);
        return string.Join('\n', paths.Select(path => Of(path, realFolders)));
    }

    private static string Of(string path, Dictionary<string, string> realFolders)
    {
        try
        {
            string real = RealPath(Path.GetFullPath(path), realFolders);
            FileInfo file = new(real);
            return string.Create(CultureInfo.InvariantCulture, $"{path}: {real} {file.Length} {file.LastWriteTimeUtc.Ticks}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{path}: {failure.GetType().Name}";
        }
    }

    /// <summary>
    /// The path without links. A volume's files are links to <c>..data/file</c>, and <c>..data</c> is the link that is
    /// swapped; other tools swap a folder further up.
    /// </summary>
    /// <remarks>Ends: the system refuses a path that leads in a circle, and that is asked of the whole path first.</remarks>
    private static string RealPath(string path, Dictionary<string, string> realFolders)
    {
        if (new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is { } target)
        {
            return RealPath(target.FullName, realFolders);
        }

        if (Path.GetDirectoryName(path) is not { Length: > 0 } folder)
        {
            return path;
        }

        if (!realFolders.TryGetValue(folder, out string? real))
        {
            realFolders[folder] = real = RealPath(folder, realFolders);
        }

        return Path.Combine(real, Path.GetFileName(path));
    }
}
