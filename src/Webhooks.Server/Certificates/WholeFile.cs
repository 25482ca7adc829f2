using System.Text;

namespace Webhooks.Server.Certificates;

/// <summary>Writes files of which nobody sees a half, whatever happens in between.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file beside its place and moves it there. Two at once on the same path are the caller's to prevent.</summary>
    /// <param name="path">Its place; what was there is replaced.</param>
    /// <param name="text">What it shall hold.</param>
    /// <param name="mode">Who may do what with it; the umask of the process takes off.</param>
    public static void Write(string path, string text, UnixFileMode mode)
    {
        string temporary = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.new");
        // One left behind by a crash would keep its mode.
        File.Delete(temporary);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using (FileStream file = new(temporary, options))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
