using System.Globalization;
using System.Text;
using Webhooks.Server.CommandLine;
using Webhooks.Shared.Golden;

namespace Webhooks.Tests.Golden;

/// <summary>The command line without a process: the same code, with streams of ours.</summary>
internal static class InProcess
{
    public static CommandResult Run(params string[] arguments)
    {
        using MemoryStream output = new();
        using StringWriter errors = new(CultureInfo.InvariantCulture) { NewLine = "\n" };
        int exitCode = WebhooksCommand.Run(arguments, new Terminal(Stream.Null, output, errors, UsesColor: false));
        return new CommandResult(exitCode, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
