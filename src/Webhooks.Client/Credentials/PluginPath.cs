using Webhooks.Client.Configuration;

namespace Webhooks.Client.Credentials;

/// <summary>Finds a plugin's program in <c>PATH</c> alone: <c>Process.Start</c> would look beside this program and in the current folder first, where anybody may have put one.</summary>
internal static class PluginPath
{
    /// <returns>An absolute path; <c>null</c>: there is none.</returns>
    public static string? Find(string command, ConfigurationSources sources)
    {
        if (command.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return IsProgram(command) ? Path.GetFullPath(command, sources.WorkingFolder) : null;
        }

        // A folder that is relative, or empty for the current one, is passed over, as Go does.
        string[] folders = sources.VariableOrEmpty("PATH").Split(Path.PathSeparator);
        return folders.Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, command)).FirstOrDefault(IsProgram);
    }

    private static bool IsProgram(string path)
    {
        const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0);
    }
}
