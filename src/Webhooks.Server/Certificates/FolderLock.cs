namespace Webhooks.Server.Certificates;

/// <summary>Keeps other processes, and other threads, out of a folder until disposed; a process that ends lets go.</summary>
internal static class FolderLock
{
    private const int Attempts = 200;

    /// <summary>EAGAIN of Linux, which .NET reports when somebody else holds the lock on the file (flock(2)).</summary>
    private const int HeldByAnother = 11;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits for its turn, 10 s at most.</summary>
    /// <exception cref="IOException">It did not come.</exception>
    public static IDisposable Take(string folder)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(Path.Combine(folder, ".lock"), options);
            }
            catch (IOException failure) when (failure.HResult == HeldByAnother && attempt < Attempts)
            {
                Thread.Sleep(Pause);
            }
        }
    }
}
