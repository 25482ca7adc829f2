using Webhooks.Shared.Golden;
using Webhooks.Tests.Golden;
using Xunit;

namespace Webhooks.Tests.CommandLine;

public sealed class UninjectOutputTests : IDisposable
{
    private const string Status = """{"initializer.kubernetes.io/status":"{\"agent\":{\"hash\":\"1\",\"added\":[\"containers[agent]\"]}}"}""";
    private const string Spec = """{"containers":[{"name":"web","image":"web:1"},{"name":"agent","image":"agent:1"}]}""";
    private readonly string _folder = Directory.CreateTempSubdirectory("webhooks").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Items_of_a_typed_list_say_alone_what_they_are() => Assert.Equal(
        new CommandResult(
            0,
            """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"one"},"spec":{}}
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"two","annotations":{}},"spec":{"containers":[{"name":"web","image":"web:1"}]}}

            """,
            ""),
        Uninject($$$"""{"apiVersion":"v1","kind":"PodList","items":[{"kind":"Pod","metadata":{"name":"one"},"spec":{} },{"metadata":{"name":"two","annotations":{{{Status}}}},"spec":{{{Spec}}}}]}"""));

    [Fact]
    public void What_is_no_Unicode_is_not_rewritten()
    {
        CommandResult result = Uninject($$$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"\udc00","annotations":{{{Status}}}},"spec":{{{Spec}}}}""");
        Assert.Equal(
            new CommandResult(2, "", $"error: {_folder}/input.json:1:53: metadata.name: half of a surrogate pair, in a document that is to be changed; correct it\n"),
            result);
    }

    private CommandResult Uninject(string manifest)
    {
        string file = Path.Combine(_folder, "input.json");
        File.WriteAllText(file, manifest);
        return InProcess.Run("uninject", "-f", file, "-o", "json");
    }
}
