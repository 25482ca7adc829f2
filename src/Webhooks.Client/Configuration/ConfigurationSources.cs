namespace Webhooks.Client.Configuration;

/// <summary>What configuration is read from: variables, folders and files. Those of this process, unless a test says otherwise.</summary>
/// <remarks>Immutable; as thread safe as the delegates that it is given.</remarks>
public sealed class ConfigurationSources
{
    private const string Missing = "there is no such file; create it or correct the path";

    /// <summary>Those of this process.</summary>
    public static ConfigurationSources OfProcess { get; } = new();

    /// <summary>Gives an environment variable; <c>null</c> for one that is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>
    /// Gives the content of a file by its absolute path. Throws as <see cref="File.ReadAllBytes"/> does:
    /// <see cref="FileNotFoundException"/> and <see cref="DirectoryNotFoundException"/> mean that there is none.
    /// </summary>
    public Func<string, byte[]> ReadFile { get; init; } = File.ReadAllBytes;

    /// <summary>The folder that <c>.kube/config</c> is looked for in. Default: <c>HOME</c>, else the one of the user's account; empty for none.</summary>
    public string HomeFolder { get; init; } = Environment.GetEnvironmentVariable("HOME") is { Length: > 0 } home
        ? home
        : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>What paths of <c>--kubeconfig</c> and <c>KUBECONFIG</c> are relative to; absolute. Default: the current folder.</summary>
    public string WorkingFolder { get; init; } = Environment.CurrentDirectory;

    /// <summary>Where kubelet puts the credentials of a pod; absolute.</summary>
    public string ServiceAccountFolder { get; init; } = "/var/run/secrets/kubernetes.io/serviceaccount";

    internal string VariableOrEmpty(string name) => Variable(name) ?? "";

    /// <summary>Reads a file that need not be there.</summary>
    /// <returns><c>null</c> when there is none.</returns>
    /// <exception cref="ConfigurationException">There is one, and it can't be read.</exception>
    internal byte[]? ReadIfPresent(string path) => Problem(path, out byte[]? content) is { } problem && problem != Missing
        ? throw new ConfigurationException($"{path}: {problem}")
        : content;

    /// <summary>Says why a file can't be read, and what to do; <c>null</c> when it can.</summary>
    internal string? Problem(string path, out byte[]? content)
    {
        content = null;
        try
        {
            content = ReadFile(path);
            return null;
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            return Missing;
        }
        catch (UnauthorizedAccessException)
        {
            return "it is a folder, or this user may not read it; name a file and check its permissions";
        }
        catch (IOException problem)
        {
            return $"it can't be read ({problem.GetType().Name}, 0x{problem.HResult:X8}); check the file system";
        }
    }
}
