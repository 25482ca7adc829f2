using System.CommandLine;
using Microsoft.Extensions.Logging;
using Webhooks.Server.Logging;

namespace Webhooks.Server.CommandLine;

/// <summary>The options about log lines.</summary>
internal sealed class LogFlags
{
    private const string Text = "text";
    private const string Json = "json";

    private readonly Option<string> _format = new("--log-format")
    {
        Description = "How log lines look; they go to standard error.",
        HelpName = $"{Text}|{Json}",
        DefaultValueFactory = _ => Text,
    };

    private readonly Option<string> _level = new("--log-level")
    {
        Description = "The least level to log. Objects that nothing was asked for are logged at debug.",
        HelpName = string.Join('|', LogLevels.Names),
        DefaultValueFactory = _ => "info",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_format);
        command.Options.Add(_level);
        Choice.Among(_format, Text, Json);
        Choice.Among(_level, [.. LogLevels.Names]);
    }

    public LogFormat Format(ParseResult parsed) => parsed.GetRequiredValue(_format) == Json ? LogFormat.Json : LogFormat.Text;

    public LogLevel Level(ParseResult parsed) => LogLevels.Parse(parsed.GetRequiredValue(_level));
}
