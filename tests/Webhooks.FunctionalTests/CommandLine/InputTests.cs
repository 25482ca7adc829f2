using Webhooks.Shared.Golden;
using Xunit;

namespace Webhooks.FunctionalTests.CommandLine;

public sealed class InputTests : IDisposable
{
    private const string Good = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: good}\n";
    private const int MostBytes = 16 * 1024 * 1024;
    private readonly string _folder = Directory.CreateTempSubdirectory("webhooks").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Standard_input_is_named_by_a_dash()
    {
        Assert.Equal(new CommandResult(0, Good, ""), Executable.RunWith(Good, "inject", "-f", "-"));
        Assert.Equal(new CommandResult(0, Good, ""), Executable.RunWith(Good, "inject", "-f", "-", "-f", "-"));
    }

    [Fact]
    public void Folders_are_read_in_the_order_of_names_and_with_the_folders_in_them()
    {
        Write("b.yaml", "kind: B\napiVersion: v1\n");
        Write("a/z.yml", "kind: A\napiVersion: v1\n");
        Write("a/0/x.json", "{\"kind\":\"Zero\",\"apiVersion\":\"v1\"}\n");
        Write("c.txt", "not: [read");
        Write(".d.yaml", "not: [read");
        Write(".e/f.yaml", "not: [read");
        CommandResult result = Executable.Run("inject", "-f", _folder, "-o", "json");
        Assert.Equal(
            "{\"kind\":\"Zero\",\"apiVersion\":\"v1\"}\n{\"kind\":\"A\",\"apiVersion\":\"v1\"}\n{\"kind\":\"B\",\"apiVersion\":\"v1\"}\n", result.Output);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
    }

    [Fact]
    public void Files_come_in_the_order_given()
    {
        string b = Write("b.yaml", "kind: B\napiVersion: v1\n");
        string a = Write("a.yaml", "kind: A\napiVersion: v1\n");
        Assert.Equal("kind: B\napiVersion: v1\n---\nkind: A\napiVersion: v1\n", Executable.Run("inject", "-f", b, "-f", a).Output);
    }

    [Fact]
    public void Nothing_in_is_nothing_out() => Assert.Equal(new CommandResult(0, "", ""), Executable.Run("inject", "-f", Write("empty.yaml", "")));

    [Fact]
    public void A_folder_without_manifests_is_an_error() => AssertRefused($"{_folder}: no .yaml, .yml, .json file in this folder", _folder);

    [Fact]
    public void A_file_that_is_not_there_is_an_error() =>
        AssertRefused($"{_folder}/gone.yaml: no such file or folder", Write("good.yaml", Good), $"{_folder}/gone.yaml");

    [Fact]
    public void A_link_that_leads_nowhere_is_an_error()
    {
        string link = Path.Combine(_folder, "link.yaml");
        File.CreateSymbolicLink(link, Path.Combine(_folder, "gone.yaml"));
        AssertRefused($"{link}: no such file or folder", _folder);
    }

    [Fact]
    public void Templates_that_are_not_there_are_an_error()
    {
        CommandResult result = Executable.RunWith(Good, "inject", "-f", "-", "--templates", $"{_folder}/gone");
        Assert.Equal(new CommandResult(2, "", $"error: {_folder}/gone: no such file or folder\n"), result);
    }

    /// <summary>A folder in a file's place: the one thing that not even an administrator can read as a file.</summary>
    [Fact]
    public void What_may_not_be_read_is_an_error()
    {
        CommandResult result = Executable.RunWith(Good, "inject", "-f", "-", "--old", _folder);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"error: {_folder}: ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_file_is_an_error_with_its_place() =>
        AssertRefused($"{_folder}/cut.yaml:4:1: ", Write("good.yaml", Good), Write("cut.yaml", Good.TrimEnd()[..^6]));

    [Fact]
    public void A_file_that_is_too_long_is_an_error()
    {
        string huge = Path.Combine(_folder, "huge.yaml");
        using (FileStream file = File.Create(huge))
        {
            file.SetLength(MostBytes + 1);
        }

        AssertRefused($"{huge}: longer than 16 MiB; split it", Write("good.yaml", Good), huge);
    }

    [Fact]
    public void A_file_as_long_as_may_be_is_read()
    {
        string text = Good + "data:\n  text: \"";
        string file = Write("long.yaml", text + new string('x', MostBytes - text.Length - 2) + "\"\n");
        CommandResult result = Executable.Run("inject", "-f", file);
        Assert.Equal((0, "", MostBytes), (result.ExitCode, result.Errors, result.Output.Length));
    }

    /// <summary>Exit code 2, the message first, and nothing on standard output though another input was good.</summary>
    private static void AssertRefused(string message, params string[] files)
    {
        CommandResult result = Executable.Run(["inject", .. files.SelectMany(file => new[] { "-f", file })]);
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"error: {message}", result.Errors, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
