using Microsoft.Extensions.Logging;
using Webhooks.Server.Logging;
using Xunit;

namespace Webhooks.Tests.Logging;

public sealed class StandardErrorLogTests
{
    [Theory]
    [InlineData("trace", LogLevel.Trace, LogLevel.Trace)]
    [InlineData("debug", LogLevel.Debug, LogLevel.Debug)]
    [InlineData("info", LogLevel.Information, LogLevel.Warning)]
    [InlineData("warn", LogLevel.Warning, LogLevel.Warning)]
    [InlineData("error", LogLevel.Error, LogLevel.Error)]
    public void The_framework_is_heard_of_its_trouble_alone_unless_more_is_asked_for(string name, LogLevel ours, LogLevel ofOthers)
    {
        using ILoggerFactory loggers = StandardErrorLog.Create(LogFormat.Text, LogLevels.Parse(name), TimeProvider.System);
        Assert.Equal(ours, Least(loggers.CreateLogger("Webhooks.Server.Admission")));
        Assert.Equal(ofOthers, Least(loggers.CreateLogger("Microsoft.AspNetCore.Hosting")));
        Assert.Equal(ofOthers, Least(loggers.CreateLogger("System.Net.Http")));
    }

    [Fact]
    public void Every_name_of_a_level_is_one() =>
        Assert.Equal(LogLevels.Names, LogLevels.Names.Select(name => LogLevels.Name(LogLevels.Parse(name))));

    [Theory]
    [InlineData("Info")]
    [InlineData("none")]
    [InlineData("")]
    public void Another_name_is_refused(string name) => Assert.Throws<ArgumentException>(() => LogLevels.Parse(name));

    private static LogLevel Least(ILogger logger) => Enum.GetValues<LogLevel>().First(logger.IsEnabled);
}
