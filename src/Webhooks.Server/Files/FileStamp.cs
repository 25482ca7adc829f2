using System.Globalization;

namespace Webhooks.Server.Files;

/// <summary>What tells one version of a file from the next without reading it.</summary>
internal static class FileStamp
{
    /// <summary>Size, time of change and the real path of each file; of one that is not there, that.</summary>
    public static string Of(IEnumerable<string> paths) => string.Join('\n', paths.Select(Of));

    private static string Of(string path)
    {
        try
        {
            FileInfo file = new(path);
            string target = file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
            FileInfo real = new(target);
            return real.Exists
                ? string.Create(CultureInfo.InvariantCulture, $"{RealFolder(target)} {real.Length} {real.LastWriteTimeUtc.Ticks}")
                : $"{path} is not there";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"{path}: {failure.GetType().Name}";
        }
    }

    /// <summary>A volume's files are links to <c>..data/file</c>, and <c>..data</c> is the link that is swapped.</summary>
    private static string RealFolder(string path)
    {
        string? folder = Path.GetDirectoryName(path);
        return folder is { Length: > 0 } && new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true) is { } real
            ? Path.Combine(real.FullName, Path.GetFileName(path))
            : path;
    }
}
