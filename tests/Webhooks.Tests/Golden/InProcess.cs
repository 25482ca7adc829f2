using System.Globalization;
using System.Text;
using Webhooks.Server.CommandLine;
using Webhooks.Shared.Golden;

namespace Webhooks.Tests.Golden;

/// <summary>The command line without a process: the same code, with streams of ours.</summary>
internal static class InProcess
{
    public static CommandResult Run(params string[] arguments) => RunWith("", arguments);

    /// <summary>Runs a command line with standard input.</summary>
    public static CommandResult RunWith(string input, params string[] arguments)
    {
        using MemoryStream piped = new(Encoding.UTF8.GetBytes(input));
        using MemoryStream output = new();
        using StringWriter errors = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        int exitCode = WebhooksCommand.Run(arguments, new Terminal(piped, output, errors, UsesColor: false));
        return new CommandResult(exitCode, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
