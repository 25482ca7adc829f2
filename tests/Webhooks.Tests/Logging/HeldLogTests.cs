using Microsoft.Extensions.Logging;
using Webhooks.Server.Logging;
using Xunit;

namespace Webhooks.Tests.Logging;

public sealed class HeldLogTests
{
    [Fact]
    public void Lines_are_kept_back_until_they_are_let_go_and_then_pass_in_their_order()
    {
        List<string> lines = [];
        HeldLog held = new();
        ILogger one = held.Hold(new ListLogger("one", lines));
        ILogger other = held.Hold(new ListLogger("other", lines));
        Say(one, LogLevel.Information, "a");
        Say(other, LogLevel.Error, "b");
        Say(one, LogLevel.Debug, "not enabled");
        Assert.Empty(lines);

        held.Release();
        Assert.Equal(["one a", "other b"], lines);

        Say(one, LogLevel.Information, "c");
        held.Release();
        Assert.Equal(["one a", "other b", "one c"], lines);
    }

    private static void Say(ILogger logger, LogLevel level, string text) => logger.Log(level, eventId: default, text, exception: null, (state, _) => state);

    private sealed class ListLogger(string name, List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{name} {formatter(state, exception)}");
    }
}
