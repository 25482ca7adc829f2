using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Architecture;

public sealed class RepositoryTests
{
    private static readonly string[] Records =
        [.. Directory.EnumerateFiles(Repository.PathOf("docs", "adr"), "*.md").Select(path => Path.GetFileName(path)!).Where(name => name != "README.md")];

    [Fact]
    public void Every_project_explains_itself() =>
        Violations.None(ProjectFile.Sources.Concat(ProjectFile.Tests)
            .Where(project => !File.Exists(Path.Combine(project.Folder, "README.md")))
            .Select(project => $"{project.Name} has no README.md: say what lives there, what may not, and where to start reading."));

    [Fact]
    public void Every_decision_is_in_the_index()
    {
        Assert.NotEmpty(Records);
        Violations.None(RepositoryFiles.CheckIndex(File.ReadAllText(Repository.PathOf("docs", "adr", "README.md")), Records));
    }

    [Fact]
    public void Decisions_are_numbered_without_gaps() =>
        Assert.Equal(
            Enumerable.Range(1, Records.Length).Select(number => $"{number:D4}"),
            Records.Order(StringComparer.Ordinal).Select(name => name[..4]));

    [Fact]
    public void Links_lead_somewhere() =>
        Violations.None(RepositoryFiles.Texts()
            .Where(path => path.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(path => RepositoryFiles.CheckLinks(path, File.ReadAllText(Repository.PathOf(path)), Exists)));

    [Fact]
    public void No_text_names_a_path_of_one_machine() =>
        Violations.None(RepositoryFiles.Texts()
            .SelectMany(path => RepositoryFiles.CheckPaths(path, File.ReadAllText(Repository.PathOf(path)))));

    [Fact]
    public void The_texts_are_found()
    {
        string[] texts = [.. RepositoryFiles.Texts()];
        Assert.Superset(
            new HashSet<string> { "README.md", ".ci/run", "Makefile", "Directory.Build.props", "src/Webhooks.Server/Program.cs", "deploy/samples/helloworld.yaml" },
            new HashSet<string>(texts));
        Assert.DoesNotContain(texts, path => path.Contains("/obj/", StringComparison.Ordinal) || path.Contains("/bin/", StringComparison.Ordinal));
    }

    // Put together, so that this file does not name such a path itself.
    [Theory]
    [InlineData("see /ho" + "me/jane/webhooks", 1)]
    [InlineData("see /Us" + "ers/jane/webhooks", 1)]
    [InlineData(@"see C:\Us" + @"ers\jane", 1)]
    [InlineData("KUBECONFIG=/ro" + "ot/.kube/config", 1)]
    [InlineData("see\n/wor" + "k/main\n(/wor" + "kspace/src)", 2)]
    [InlineData("mountPath: /work-dir/index.html", 0)]
    [InlineData("~/.kube/config, https://example.com/home/page, /var/log, src/root/x", 0)]
    public void A_path_of_one_machine_is_a_violation(string text, int violations) =>
        Assert.Equal(violations, RepositoryFiles.CheckPaths("a.md", text).Count());

    [Fact]
    public void The_place_of_this_very_clone_is_a_violation() =>
        Assert.Equal(["a.md:2 names a path that exists on one machine only."], RepositoryFiles.CheckPaths("a.md", $"see\n{Repository.Root}/src"));

    [Fact]
    public void A_link_to_nothing_is_a_violation() =>
        Assert.Equal(
            ["docs/a.md links to gone.md, which is not there."],
            RepositoryFiles.CheckLinks(
                "docs/a.md", "[a](gone.md) [b](here.md#part) [c](https://example.com/x) [d](#part)", path => path == Path.Combine("docs", "here.md")));

    [Fact]
    public void A_decision_outside_the_index_is_a_violation() =>
        Assert.Equal(
            ["docs/adr/README.md does not list 0002-b.md."],
            RepositoryFiles.CheckIndex("- [A](0001-a.md)", ["0001-a.md", "0002-b.md"]));

    private static bool Exists(string path) => Path.Exists(Repository.PathOf(path));
}
