using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Webhooks.Server.CommandLine;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Explaining;

public sealed class ExplanationTextTests
{
    private const int LineWidth = 110;

    private static readonly string Templates = Repository.PathOf("deploy", "samples", "templates");

    [Fact]
    public void A_Pod_that_asks_says_who_asks_what_is_added_and_where() => Assert.Equal(
        """
        Pod/web in namespace shop, created: changed by 3 operations
          stdin:1
          + logging-agent: injected
              asked by   annotation initializer.kubernetes.io/logging-agent: "true" on the Pod
              why        it is asked for and nothing speaks against it, so its items are added
              adds       spec.containers  logging-agent
                         spec.volumes     varlog, config-volume

        """,
        Explain("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web\",\"namespace\":\"shop\",\"annotations\":{"
            + "\"initializer.kubernetes.io/logging-agent\":\"true\"}},\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"web:1\"}]}}"));

    [Fact]
    public void One_object_that_asks_for_nothing_is_told_how_to_ask() => Assert.Equal(
        """
        not-requested: no annotation asks for a template
          to do: set the annotation initializer.kubernetes.io/<template>: "true", with the quotes, on the workload or
          the Pod
          Pod/web  stdin:1

        """,
        Explain("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web\"}}"));

    [Fact]
    public void Two_hundred_manifests_that_are_never_touched_take_a_few_lines()
    {
        string many = string.Concat(Enumerable.Range(0, 200).Select(i => $"---\napiVersion: v1\nkind: {(i % 2 == 0 ? "Service" : "ConfigMap")}\nmetadata: {{name: n{i}}}\n"));
        Assert.Equal(
            "not-handled: a kind, operation or subresource that is never touched\n  ConfigMap (100), Service (100)\n\n200 objects: 0 changed, 0 denied, 200 left as they came\n",
            Explain(many));
    }

    [Fact]
    public void Without_objects_that_is_said() => Assert.Equal("0 objects: 0 changed, 0 denied, 0 left as they came\n", Explain("# Nothing.\n"));

    [Fact]
    public void On_a_terminal_what_is_injected_is_green_and_what_is_said_is_the_same()
    {
        string manifest = File.ReadAllText(Repository.PathOf("deploy", "samples", "helloworld.yaml"));
        string coloured = Explain(manifest, usesColor: true);
        Assert.Contains("\n  \e[32m+\e[0m \e[32mlogging-agent: injected\e[0m\n", coloured, StringComparison.Ordinal);
        Assert.Equal(Explain(manifest), Regex.Replace(coloured, "\e\\[[0-9]*m", ""));
    }

    [Fact]
    public void A_terminal_obeys_nothing_that_a_manifest_says()
    {
        string text = Explain("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"a\\u001b[2Jb\\nc\",\"annotations\":{\"initializer.kubernetes.io/x\\u001b[1m\":\"true\"}}}");
        Assert.DoesNotContain('\e', text);
        Assert.StartsWith("Pod/a [2Jb c in namespace default, created: left as it came\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_lines_go_on_below_themselves_at_words()
    {
        string[] lines = Explain("{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web\",\"annotations\":{\"initializer.kubernetes.io/gone\":\"no\"}}}").Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, LineWidth));
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
    }

    private static string Explain(string manifest, bool usesColor = false)
    {
        using MemoryStream input = new(Encoding.UTF8.GetBytes(manifest));
        using MemoryStream output = new();
        using StringWriter errors = new(CultureInfo.InvariantCulture);
        Assert.Equal(0, WebhooksCommand.Run(["explain", "-f", "-", "--templates", Templates], new Terminal(input, output, errors, usesColor)));
        Assert.Empty(errors.ToString());
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
