using Webhooks.Admission.Templates;
using Xunit;

namespace Webhooks.Tests.Templates;

public sealed class RetentionTests
{
    private const string Broken = "containers: [{name: a}]";
    private const string NoYaml = "containers: [";
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private RetainedTemplates _state = RetainedTemplates.None;
    private TemplateChanges _changes = null!;

    [Fact]
    public void What_is_loaded_is_in_force()
    {
        Look(0, ("a.yaml", Version(1)), ("b.yaml", Version(1)));
        Assert.Equal(["a", "b"], _state.Templates.Names);
        Assert.Equal(["a", "b"], _changes.Added.Select(template => template.Name));
        Assert.Empty(_changes.Changed);
    }

    [Fact]
    public void What_did_not_change_stays_the_same_set()
    {
        Look(0, ("a.yaml", Version(1)), ("b.yaml", Broken));
        TemplateSet before = _state.Templates;
        Look(1, ("a.yaml", "# a comment\n" + Version(1)), ("b.yaml", Broken));
        Assert.Same(before, _state.Templates);
        AssertNoChange();
    }

    /// <summary>The hash covers what goes into pods only.</summary>
    [Theory]
    [InlineData("default: true")]
    [InlineData("namespaces: [shop]")]
    [InlineData("order: 1")]
    [InlineData("position: first")]
    [InlineData("native: never")]
    [InlineData("hostNetwork: skip")]
    [InlineData("os: linux")]
    [InlineData("onConflict: deny")]
    [InlineData("workloadVolumes: [data]")]
    public void Another_injection_block_is_another_version(string field)
    {
        Look(0, ("a.yaml", Version(1)));
        Look(1, ("a.yaml", Version(1) + $"\ninjection: {{{field}}}"));
        Assert.Equal("a", Assert.Single(_changes.Changed).Name);
        TemplateSet changed = _state.Templates;
        Look(2, ("a.yaml", Version(1) + $"\ninjection:\n  {field}"));
        Assert.Same(changed, _state.Templates);
    }

    [Fact]
    public void The_same_quantity_in_other_words_is_another_version()
    {
        Look(0, ("a.yaml", "containers: [{name: a, image: i, resources: {limits: {cpu: 100m}}}]"));
        string hash = _state.Templates.Find("a")!.Hash;
        Look(1, ("a.yaml", "containers: [{name: a, image: i, resources: {limits: {cpu: '0.1'}}}]"));
        Assert.Equal(hash, Assert.Single(_changes.Changed).Hash);
    }

    [Fact]
    public void A_template_that_did_not_change_is_kept_when_another_does()
    {
        Look(0, ("a.yaml", Version(1)), ("b.yaml", Version(1)));
        TemplateSet before = _state.Templates;
        Look(1, ("a.yaml", Version(1)), ("b.yaml", Version(2)));
        Assert.Same(before.Find("a"), _state.Templates.Find("a"));
        Assert.NotSame(before.Find("b"), _state.Templates.Find("b"));
        Assert.Equal("b", Assert.Single(_changes.Changed).Name);
    }

    [Fact]
    public void A_bad_new_version_never_replaces_the_good_one()
    {
        Look(0, ("a.yaml", Version(1)));
        TemplateSet good = _state.Templates;
        Look(1, ("a.yaml", Broken));
        Assert.Same(good, _state.Templates);
        Assert.False(good.IsInvalid("a"));
        Assert.Equal("a", Assert.Single(_changes.Problems).Template);
        Look(1000, ("a.yaml", Broken));
        Assert.Same(good, _state.Templates);
        AssertNoChange();
        Look(1001, ("a.yaml", Version(2)));
        Assert.Equal("a", Assert.Single(_changes.Changed).Name);
        Assert.Empty(_state.Problems);
    }

    [Fact]
    public void A_template_that_was_never_valid_is_invalid_until_it_is()
    {
        Look(0, ("a.yaml", Broken));
        Assert.True(_state.Templates.IsInvalid("a"));
        Look(1, ("a.yaml", Version(1)));
        Assert.False(_state.Templates.IsInvalid("a"));
        Assert.Equal("a", Assert.Single(_changes.Added).Name);
    }

    [Fact]
    public void An_invalid_template_that_is_deleted_is_gone_at_once()
    {
        Look(0, ("a.yaml", Broken));
        Look(1);
        Assert.False(_state.Templates.IsInvalid("a"));
        Assert.Empty(_state.MissingSince);
    }

    [Fact]
    public void A_problem_is_news_once()
    {
        Look(0, ("a.yaml", Broken));
        Assert.Single(_changes.Problems);
        Look(1, ("a.yaml", Broken), ("b.yaml", Broken));
        Assert.Equal("b", Assert.Single(_changes.Problems).Template);
        Look(2, ("a.yaml", "# further down\n" + Broken), ("b.yaml", Broken));
        Assert.Equal(2, Assert.Single(_changes.Problems).Line);
    }

    [Fact]
    public void A_deleted_template_stays_for_ten_minutes()
    {
        Look(0, ("a.yaml", Version(1)), ("b.yaml", Version(1)));
        TemplateSet before = _state.Templates;
        Look(5, ("b.yaml", Version(1)));
        Assert.Equal([new("a", Start.AddMinutes(15))], _changes.Deleted);
        Look(14.99, ("b.yaml", Version(1)));
        Assert.Same(before, _state.Templates);
        Assert.False(_state.IsDue(Start.AddMinutes(14.99)));
        AssertNoChange();
        Assert.True(_state.IsDue(Start.AddMinutes(15)));
        Look(15, ("b.yaml", Version(1)));
        Assert.Equal(["b"], _state.Templates.Names);
        Assert.Equal(["a"], _changes.Dropped);
        Assert.False(_state.Templates.IsInvalid("a"));
        Assert.False(_state.IsDue(Start.AddMinutes(1000)));
    }

    [Fact]
    public void Coming_back_cancels_a_deletion()
    {
        Look(0, ("a.yaml", Version(1)));
        Look(5);
        Look(14, ("a.yaml", Version(1)));
        Assert.Equal(["a"], _changes.Returned);
        Assert.Empty(_changes.Changed);
        Look(16);
        Assert.Equal([new("a", Start.AddMinutes(26))], _changes.Deleted);
        Look(25);
        Assert.Equal(["a"], _state.Templates.Names);
    }

    [Fact]
    public void A_broken_version_counts_as_present()
    {
        Look(0, ("a.yaml", Version(1)));
        Look(5);
        Look(6, ("a.yaml", Broken));
        Assert.Equal(["a"], _changes.Returned);
        Look(100, ("a.yaml", Broken));
        Assert.Equal(["a"], _state.Templates.Names);
        Look(101);
        Look(110);
        Assert.Equal(["a"], _state.Templates.Names);
        Look(111);
        Assert.Empty(_state.Templates.Names);
    }

    /// <summary>The name of the file is that of a bare template, but a ConfigMap of any name may stand in it.</summary>
    [Theory]
    [InlineData("templates.yaml", NoYaml)]
    [InlineData("templates.yaml", "a: 1\n---\n" + NoYaml)]
    [InlineData("a.yaml", NoYaml)]
    public void While_a_document_is_unreadable_nothing_counts_as_deleted(string path, string text)
    {
        Look(0, ("cm.yaml", ConfigMap("a")), ("cm2.yaml", ConfigMap("b")));
        Look(5, ("cm.yaml", ConfigMap("a")));
        Assert.Single(_changes.Deleted);
        Look(6, (path, text));
        Assert.Empty(_state.MissingSince);
        Look(1000, (path, text));
        Assert.Equal(["a", "b"], _state.Templates.Names);
        Look(1001);
        Assert.Equal(["a", "b"], _changes.Deleted.Select(one => one.Key));
        Look(1011);
        Assert.Empty(_state.Templates.Names);
    }

    [Fact]
    public void While_something_could_not_be_read_all_unseen_stays_as_it_was()
    {
        Look(0, ("a.yaml", Version(1)), ("b.yaml", Broken), ("c.yaml", Version(1)));
        IReadOnlyList<TemplateProblem> problems = _state.Problems;
        TemplateSet before = _state.Templates;
        Look(5, isWhole: false);
        Look(1000, isWhole: false);
        Assert.Same(before, _state.Templates);
        Assert.Equal(problems, _state.Problems);
        AssertNoChange();
        Look(1001, isWhole: false, ("c.yaml", Version(2)), ("b.yaml", Version(1)));
        Assert.Equal(["c"], _changes.Changed.Select(template => template.Name));
        Assert.Equal(["b"], _changes.Added.Select(template => template.Name));
        Assert.Equal(["a", "b", "c"], _state.Templates.Names);
        Assert.Empty(_state.Problems);
    }

    [Fact]
    public void A_clock_that_is_set_back_makes_ten_minutes_no_longer()
    {
        Look(60, ("a.yaml", Version(1)));
        Look(61);
        Assert.True(_state.IsDue(Start));
        Look(0);
        Assert.Empty(_changes.Deleted);
        Look(10);
        Assert.Equal(["a"], _changes.Dropped);
    }

    [Fact]
    public void A_dropped_template_that_comes_back_broken_is_invalid()
    {
        Look(0, ("a.yaml", Version(1)));
        Look(1);
        Look(11);
        Look(12, ("a.yaml", Broken));
        Assert.True(_state.Templates.IsInvalid("a"));
    }

    private static string Version(int version) => $"containers: [{{name: a, image: 'i:{version}'}}]";

    private static string ConfigMap(string name) =>
        $"kind: ConfigMap\nmetadata: {{name: {name}-initializer}}\ndata:\n  config: |\n    {Version(1)}\n";

    private void Look(double minutes, params (string Path, string Text)[] files) => Look(minutes, isWhole: true, files);

    private void Look(double minutes, bool isWhole, params (string Path, string Text)[] files) =>
        (_state, _changes) = _state.After(TemplateFiles.Load(files), isWhole, Start.AddMinutes(minutes));

    private void AssertNoChange()
    {
        Assert.Empty(_changes.Added);
        Assert.Empty(_changes.Changed);
        Assert.Empty(_changes.Deleted);
        Assert.Empty(_changes.Returned);
        Assert.Empty(_changes.Dropped);
        Assert.Empty(_changes.Problems);
    }
}
