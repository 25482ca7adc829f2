using Webhooks.Server.Files;
using Xunit;
using static Webhooks.FunctionalTests.Templates.WatchedFolder;

namespace Webhooks.FunctionalTests.Templates;

/// <summary>The folder as a cluster makes it, and folders that never stand still.</summary>
public sealed class TemplateVolumeTests : IDisposable
{
    private const int Swaps = 200;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private readonly WatchedFolder _folder = new();
    private readonly TemplateVolume _volume;

    public TemplateVolumeTests() => _volume = new TemplateVolume(_folder.Folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_files_of_a_volume_are_read_once_each()
    {
        _volume.Write(("a.yaml", Text(1)), ("b.yaml", ConfigMap("b", 2)));
        Assert.Equal("2 in force", _folder.Kept.Summary);
        Assert.Equal("a=1 b=2", _folder.Versions);
    }

    [Fact]
    public void A_swap_is_in_force()
    {
        _volume.Write(("a.yaml", Text(1)), ("b.yaml", Text(1)));
        _ = _folder.Templates;
        _folder.Log.Take();
        _volume.Write(("a.yaml", Text(2)), ("c.yaml", Text(1)));
        _folder.Settle();
        Assert.Equal("a=2 b=1 c=1", _folder.Versions);
        Assert.Equal("3 in force; warning: 1 deleted and kept until 12:10:01Z", _folder.Kept.Summary);
        Assert.Equal(0, _folder.Kept.Errors);
    }

    [Fact]
    public async Task Whatever_is_in_force_was_a_set_of_the_volume()
    {
        WriteBoth(0);
        _ = _folder.Templates;
        HashSet<string> seen = [];
        Task writing = Task.Run(() =>
        {
            for (int swap = 1; swap <= Swaps; swap++)
            {
                WriteBoth(swap % 10);
            }
        });
        while (!writing.IsCompleted)
        {
            _folder.Templates.Look();
            seen.Add(_folder.Versions);
        }

        await writing;
        _folder.Settle();
        Assert.Equal(BothAt(Swaps % 10), _folder.Versions);
        Assert.Subset(new HashSet<string>(Enumerable.Range(0, 10).Select(BothAt)), seen);
    }

    /// <summary>Truncated, half written, whole; the half is no template.</summary>
    [Fact]
    public async Task A_torn_write_is_never_in_force()
    {
        _folder.Write("a.yaml", Text(0));
        _folder.Write("b.yaml", Text(0));
        _ = _folder.Templates;
        HashSet<string> seen = [];
        Task writing = Task.Run(() =>
        {
            for (int write = 1; write <= Swaps; write++)
            {
                using FileStream file = new(_folder.PathOf("a.yaml"), FileMode.Create, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
                byte[] text = System.Text.Encoding.UTF8.GetBytes(Text(write % 10));
                file.Write(text.AsSpan(0, text.Length / 2));
                file.Write(text.AsSpan(text.Length / 2));
            }
        });
        while (!writing.IsCompleted)
        {
            _folder.Templates.Look();
            seen.Add(_folder.Versions);
        }

        await writing;
        _folder.Write("a.yaml", Text(1));
        _folder.Settle();
        Assert.Equal("a=1 b=0", _folder.Versions);
        Assert.Subset(new HashSet<string>(Enumerable.Range(0, 10).Select(version => $"a={version} b=0")), seen);
        Assert.DoesNotContain("broken", _folder.Kept.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_watch_looks_by_the_clock_until_it_is_cancelled()
    {
        _volume.Write(("a.yaml", Text(1)));
        using CancellationTokenSource cancellation = new();
        Task watching = _folder.Templates.RunAsync(cancellation.Token);
        _volume.Write(("a.yaml", Text(2)));
        using CancellationTokenSource deadline = new(Deadline);
        while (_folder.Versions != "a=2")
        {
            deadline.Token.ThrowIfCancellationRequested();
            _folder.Time.Advance(FileWatch.Interval);
            await Task.Yield();
        }

        await cancellation.CancelAsync();
        await watching;
    }

    private static string BothAt(int version) => $"a={version} b={version}";

    private void WriteBoth(int version) => _volume.Write(("a.yaml", Text(version)), ("b.yaml", Text(version)));
}
