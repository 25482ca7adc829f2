using Microsoft.Extensions.Logging;
using Webhooks.Server.Logging;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Logging;

public sealed class BudgetedProviderTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void Of_the_framework_s_warnings_twenty_a_second_are_written_and_the_others_counted()
    {
        KeptLines lines = new();
        using BudgetedProvider provider = new(lines, _time);
        ILogger logger = provider.CreateLogger("Microsoft.AspNetCore.Server.Kestrel.Connections");
        Warn(logger, 100);
        Assert.Equal(Enumerable.Repeat("w", 20), lines.All);

        _time.Advance(TimeSpan.FromSeconds(1));
        Warn(logger, 1);
        Assert.Equal(["w", "80 lines like these were left out"], lines.All.Skip(20));
    }

    [Fact]
    public void Our_own_lines_have_no_bound()
    {
        KeptLines lines = new();
        using BudgetedProvider provider = new(lines, _time);
        Warn(provider.CreateLogger("admission"), 100);
        Assert.Equal(100, lines.All.Count);
    }

    private static void Warn(ILogger logger, int count)
    {
        for (int i = 0; i < count; i++)
        {
            logger.Log(LogLevel.Warning, eventId: default, "w", exception: null, (state, _) => state);
        }
    }

    private sealed class KeptLines : ILoggerProvider, ILogger
    {
        public List<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Add(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
