using Webhooks.Server.Files;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Files;

public sealed class FileStampTests : IDisposable
{
    private static readonly DateTime Noon = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);
    private readonly string _folder = Directory.CreateTempSubdirectory("webhooks").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_that_did_not_change_has_the_same_stamp()
    {
        string file = Write("a", "text");
        Assert.Equal(FileStamp.Of([file]), FileStamp.Of([file]));
    }

    [Fact]
    public void Another_size_is_another_stamp() => Differs(["a"], () => Write("a", "longer text"));

    [Fact]
    public void Another_time_is_another_stamp() => Differs(["a"], () => File.SetLastWriteTimeUtc(PathOf("a"), Noon.AddTicks(10_000)));

    [Fact]
    public void A_file_that_is_gone_is_another_stamp() => Differs(["a"], () => File.Delete(PathOf("a")));

    [Fact]
    public void Another_name_of_the_same_file_is_another_stamp()
    {
        string file = Write("a", "text");
        File.CreateSymbolicLink(PathOf("b"), file);
        File.CreateSymbolicLink(PathOf("c"), file);
        Assert.NotEqual(FileStamp.Of([PathOf("b")]), FileStamp.Of([PathOf("c")]));
    }

    [Fact]
    public void A_link_to_another_file_is_another_stamp()
    {
        Write("b", "text");
        File.CreateSymbolicLink(PathOf("link"), Write("a", "text"));
        Differs(["link"], () => SymbolicLinks.Swap(PathOf("link"), PathOf("b")));
    }

    /// <summary>As the kubelet lays out a volume; time and size may be the same in both.</summary>
    [Theory]
    [InlineData("a", "..data/a", "..data")]
    [InlineData("below/a", "../..data/a", "..data")]
    public void A_swapped_folder_is_another_stamp(string path, string target, string swapped)
    {
        Write("..1/a", "text");
        Write("..2/a", "text");
        Directory.CreateSymbolicLink(PathOf(swapped), "..1");
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.CreateSymbolicLink(PathOf(path), target);
        Differs([path], () => SymbolicLinks.Swap(PathOf(swapped), "..2"));
    }

    [Fact]
    public void So_is_a_swapped_folder_further_up()
    {
        Write("1/b/c/a", "text");
        Write("2/b/c/a", "text");
        Directory.CreateSymbolicLink(PathOf("current"), "1");
        Differs(["current/b/c/a"], () => SymbolicLinks.Swap(PathOf("current"), "2"));
    }

    [Fact]
    public void Links_in_a_circle_have_a_stamp()
    {
        File.CreateSymbolicLink(PathOf("a"), "b");
        File.CreateSymbolicLink(PathOf("b"), "a");
        Directory.CreateSymbolicLink(PathOf("c"), "c/d");
        Assert.Equal(FileStamp.Of([PathOf("a"), PathOf("c/x")]), FileStamp.Of([PathOf("a"), PathOf("c/x")]));
        Differs(["a", "c/x"], () => SymbolicLinks.Swap(PathOf("a"), Write("d", "text")));
    }

    private void Differs(string[] paths, Action change)
    {
        if (paths is ["a"])
        {
            Write("a", "text");
        }

        string[] full = [.. paths.Select(PathOf)];
        string before = FileStamp.Of(full);
        change();
        Assert.NotEqual(before, FileStamp.Of(full));
    }

    private string PathOf(string path) => Path.Combine(_folder, path);

    private string Write(string path, string text)
    {
        string full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        File.SetLastWriteTimeUtc(full, Noon);
        return full;
    }
}
