using System.Globalization;
using System.Text;
using Webhooks.Server.CommandLine;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.CommandLine;

public sealed class DiffColourTests
{
    private const string Green = "\e[32m";

    [Fact]
    public void On_a_terminal_what_is_added_is_green() =>
        Assert.Contains($"\n{Green}+      - name: logging-agent\e[0m\n", Diff(usesColor: true), StringComparison.Ordinal);

    [Fact]
    public void Without_colours_it_is_the_same_diff()
    {
        string plain = Diff(usesColor: false);
        Assert.DoesNotContain('\e', plain);
        Assert.Equal(plain, Diff(usesColor: true).Replace("\e[0m", "").Replace(Green, "").Replace("\e[1m", "").Replace("\e[36m", ""));
    }

    private static string Diff(bool usesColor)
    {
        using MemoryStream output = new();
        using StringWriter errors = new(CultureInfo.InvariantCulture);
        string[] arguments =
            ["inject", "-f", Repository.PathOf("deploy", "samples", "helloworld.yaml"), "--templates", Repository.PathOf("deploy", "samples", "templates"), "-o", "diff"];
        Assert.Equal(0, WebhooksCommand.Run(arguments, new Terminal(Stream.Null, output, errors, usesColor)));
        Assert.Empty(errors.ToString());
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
