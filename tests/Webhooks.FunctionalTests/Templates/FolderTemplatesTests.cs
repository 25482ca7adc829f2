using Webhooks.Admission.Templates;
using Webhooks.Server.CommandLine;
using Webhooks.Server.Documents;
using Xunit;
using static Webhooks.FunctionalTests.Templates.WatchedFolder;

namespace Webhooks.FunctionalTests.Templates;

public sealed class FolderTemplatesTests : IDisposable
{
    private const string Broken = "containers:\n- name: agent\n";
    private readonly WatchedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Templates_are_in_force_from_the_start_and_broken_ones_left_out()
    {
        _folder.Write("a.yaml", Text(1));
        _folder.Write("b.yaml", Broken);
        _folder.Write("c.yaml", ConfigMap("c", 2) + "---\n" + ConfigMap("d", 3));
        Assert.Equal("3 in force; warning: 1 broken (b at " + ProblemOf("b.yaml", "2:3") + ")", _folder.Kept.Summary);
        Assert.Equal("a=1 c=2 d=3", _folder.Versions);
        Assert.True(_folder.InForce.Current.IsInvalid("b"));
        Assert.Equal(1, _folder.Kept.Errors);
        Assert.Equal(1, _folder.Kept.Broken);
        Assert.Equal(["a", "c", "d"], _folder.Kept.InForce.Select(one => one.Template));
        string[] log = _folder.Log.Take();
        Assert.Contains($"Warning: Broken template left out: {ProblemOf("b.yaml", "2:3")}", log);
        Assert.Contains($"Information: Template a is in force, version {_folder.InForce.Current.Find("a")!.Hash}", log);
        Assert.Equal($"Information: Templates read from {_folder.Folder}: 3 in force", log[^1]);
    }

    [Fact]
    public void An_empty_folder_is_one_without_templates()
    {
        Assert.Equal("0 in force", _folder.Kept.Summary);
        _folder.Write("a.yaml", Text(1));
        _folder.Settle();
        Assert.Equal("a=1", _folder.Versions);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_of_usage()
    {
        string gone = _folder.PathOf("gone");
        CommandException failure = Assert.Throws<CommandException>(() =>
            _folder.Load(gone));
        Assert.Equal([$"{gone}: no such file or folder"], failure.Problems);
        Assert.Empty(_folder.Log.Take());
    }

    [Fact]
    public void So_is_a_file_that_can_not_be_read_at_the_start()
    {
        File.CreateSymbolicLink(_folder.PathOf("a.yaml"), "gone");
        Assert.Equal([$"{_folder.PathOf("a.yaml")}: no such file or folder"], Assert.Throws<CommandException>(() => _folder.Templates).Problems);
    }

    [Fact]
    public void A_write_in_place_is_in_force_after_two_looks()
    {
        _folder.Write("a.yaml", Text(1));
        _ = _folder.Templates;
        _folder.Log.Take();
        _folder.Write("a.yaml", Text(2) + "# longer\n");
        _folder.Settle();
        Assert.Equal("a=2", _folder.Versions);
        Assert.Equal([$"Information: Template a has changed, version {_folder.InForce.Current.Find("a")!.Hash} is in force"], _folder.Log.Take());
    }

    [Fact]
    public void A_rename_over_the_file_is_in_force()
    {
        _folder.Write("a.yaml", Text(1));
        _ = _folder.Templates;
        _folder.Write("new", Text(2));
        File.Move(_folder.PathOf("new"), _folder.PathOf("a.yaml"), overwrite: true);
        _folder.Settle();
        Assert.Equal("a=2", _folder.Versions);
    }

    [Fact]
    public void A_file_in_a_new_folder_below_is_in_force()
    {
        _ = _folder.Templates;
        Directory.CreateDirectory(_folder.PathOf("below"));
        _folder.Write("below/a.yaml", Text(1));
        _folder.Settle();
        Assert.Equal("a=1", _folder.Versions);
    }

    [Fact]
    public void What_did_not_change_stays_the_same_set()
    {
        _folder.Write("a.yaml", Text(1));
        _ = _folder.Templates;
        TemplateSet before = _folder.InForce.Current;
        _folder.Write("a.yaml", Text(1) + "# a comment\n");
        _folder.Write("notes.yaml", "kind: Secret\n");
        _folder.Settle();
        Assert.Same(before, _folder.InForce.Current);
    }

    /// <summary>A half that would be valid by itself, too, is not taken for the whole.</summary>
    [Fact]
    public void A_file_that_is_being_written_is_waited_for()
    {
        _folder.Write("a.yaml", Text(1));
        _ = _folder.Templates;
        _folder.Write("a.yaml", "containers:\n- {name: a, image: half}\n");
        _folder.Look(1);
        Assert.Equal("a=1", _folder.Versions);
        _folder.Write("a.yaml", Text(2) + "# longer\n");
        _folder.Look(1);
        Assert.Equal("a=1", _folder.Versions);
        _folder.Look(1);
        Assert.Equal("a=2", _folder.Versions);
        Assert.Equal(0, _folder.Kept.Errors);
    }

    [Fact]
    public void A_folder_that_never_keeps_still_is_read_at_the_third_look()
    {
        _folder.Write("a.yaml", Text(1));
        _ = _folder.Templates;
        _folder.Write("a.yaml", Text(2));
        for (int look = 1; look <= 3; look++)
        {
            Assert.Equal("a=1", _folder.Versions);
            _folder.Write("notes.txt.yaml", "# " + new string('x', look));
            _folder.Look(1);
        }

        Assert.Equal("a=2", _folder.Versions);
    }

    [Fact]
    public void A_bad_new_version_never_replaces_the_good_one()
    {
        _folder.Write("a.yaml", Text(1));
        string hash = _folder.Kept.InForce[0].Hash;
        _folder.Log.Take();
        _folder.Write("a.yaml", Broken);
        _folder.Settle();
        Assert.Equal("a=1", _folder.Versions);
        Assert.Equal([$"Warning: New version of a template refused, {hash} stays in force: {ProblemOf("a.yaml", "2:3")}"], _folder.Log.Take());
        Assert.Equal($"1 in force; warning: 1 broken (a at {ProblemOf("a.yaml", "2:3")})", _folder.Kept.Summary);
        _folder.Write("a.yaml", Text(2));
        _folder.Settle();
        Assert.Equal(("a=2", 1, "1 in force"), (_folder.Versions, _folder.Kept.Errors, _folder.Kept.Summary));
    }

    [Fact]
    public void A_deleted_template_is_dropped_after_ten_minutes_though_nothing_changes_any_more()
    {
        _folder.Write("a.yaml", Text(1));
        _folder.Write("b.yaml", Text(1));
        _ = _folder.Templates;
        _folder.Log.Take();
        File.Delete(_folder.PathOf("a.yaml"));
        _folder.Settle();
        Assert.Equal(1, _folder.Kept.Deleted);
        Assert.Equal("2 in force; warning: 1 deleted and kept until 12:10:01Z", _folder.Kept.Summary);
        Assert.Equal(["Warning: Template a is deleted and stays in force until 2026-01-01T12:10:01Z"], _folder.Log.Take());
        _folder.Time.Advance(TimeSpan.FromMinutes(9));
        _folder.Look(119);
        Assert.Equal("a=1 b=1", _folder.Versions);
        _folder.Look(1);
        Assert.Equal("b=1", _folder.Versions);
        Assert.Equal(["Warning: Template a was deleted and is no longer in force"], _folder.Log.Take());
        Assert.Equal((0, 0, "1 in force"), (_folder.Kept.Deleted, _folder.Kept.Errors, _folder.Kept.Summary));
    }

    [Fact]
    public void A_template_that_comes_back_was_never_away()
    {
        _folder.Write("a.yaml", Text(1));
        _ = _folder.Templates;
        TemplateSet before = _folder.InForce.Current;
        File.Delete(_folder.PathOf("a.yaml"));
        _folder.Settle();
        _folder.Write("moved.yaml", ConfigMap("a", 1));
        _folder.Settle();
        _folder.Time.Advance(TimeSpan.FromMinutes(20));
        _folder.Settle();
        Assert.Same(before, _folder.InForce.Current);
        Assert.Equal("1 in force", _folder.Kept.Summary);
        Assert.Equal("Information: Template a is there again", _folder.Log.Take()[^1]);
    }

    [Fact]
    public void A_folder_that_vanishes_keeps_what_is_known()
    {
        _folder.Write("a.yaml", Text(1));
        _folder.Write("b.yaml", Broken);
        _ = _folder.Templates;
        _folder.Log.Take();
        Directory.Move(_folder.Folder, _folder.Folder + ".away");
        _folder.Settle();
        _folder.Time.Advance(TimeSpan.FromHours(1));
        _folder.Look(8);
        Assert.Equal("a=1", _folder.Versions);
        Assert.True(_folder.InForce.Current.IsInvalid("b"));
        Assert.Equal([$"Error: Templates can't be read, those in force stay: {_folder.Folder}: no such file or folder"], _folder.Log.Take());
        Assert.StartsWith($"1 in force; warning: 1 unreadable ({_folder.Folder}: no such file or folder), 1 broken (b at ", _folder.Kept.Summary, StringComparison.Ordinal);
        Assert.Equal(1 + 3, _folder.Kept.Errors);
        Directory.Move(_folder.Folder + ".away", _folder.Folder);
        _folder.Settle();
        Assert.Equal([$"Information: Templates can be read again from {_folder.Folder}"], _folder.Log.Take());
        Assert.Equal(("a=1", 1), (_folder.Versions, _folder.Kept.Broken));
    }

    /// <summary>Nothing that a look sees changes when the file may be read again.</summary>
    [Fact]
    public void A_file_that_can_not_be_read_keeps_out_no_other_and_is_tried_again()
    {
        _folder.Write("a.yaml", Text(1));
        _folder.Write("b.yaml", Text(1));
        _ = _folder.Templates;
        _folder.Log.Take();
        _folder.Write("a.yaml", Text(2));
        _folder.Write("b.yaml", Text(2));
        using (new FileStream(_folder.PathOf("a.yaml"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            _folder.Settle();
            Assert.Equal("a=1 b=2", _folder.Versions);
            Assert.Contains("1 unreadable", _folder.Kept.Summary, StringComparison.Ordinal);
        }

        _folder.Look(4);
        Assert.Equal(("a=2 b=2", "2 in force", 1), (_folder.Versions, _folder.Kept.Summary, _folder.Kept.Errors));
    }

    [Fact]
    public void A_file_that_is_too_long_keeps_what_is_known()
    {
        _folder.Write("a.yaml", Text(1));
        _ = _folder.Templates;
        using (FileStream file = File.OpenWrite(_folder.PathOf("a.yaml")))
        {
            file.SetLength(SourceFiles.MaxBytes + 1);
        }

        _folder.Settle();
        Assert.Equal("a=1", _folder.Versions);
        Assert.Contains("a.yaml: longer than 16 MiB; split it", _folder.Kept.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_names_a_few()
    {
        foreach (int number in Enumerable.Range(1, 5))
        {
            _folder.Write($"a{number}.yaml", Broken);
            _folder.Write($"b{number}.yaml", Text(1));
        }

        Assert.StartsWith("5 in force; warning: 5 broken (a1 at ", _folder.Kept.Summary, StringComparison.Ordinal);
        Assert.EndsWith("; and 2 more)", _folder.Kept.Summary, StringComparison.Ordinal);
        File.Delete(_folder.PathOf("b1.yaml"));
        _folder.Settle();
        _folder.Time.Advance(TimeSpan.FromMinutes(1));
        File.Delete(_folder.PathOf("b2.yaml"));
        _folder.Settle();
        Assert.EndsWith(", 2 deleted and kept until 12:11:02Z at the latest", _folder.Kept.Summary, StringComparison.Ordinal);
    }

    private string ProblemOf(string name, string place) =>
        $"{_folder.PathOf(name)}:{place}: containers[0].image: Required value; give the container an image";
}
