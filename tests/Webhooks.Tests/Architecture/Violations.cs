using Xunit;

namespace Webhooks.Tests.Architecture;

/// <summary>How a broken rule is reported: all violations at once, one a line.</summary>
internal static class Violations
{
    /// <summary>Fails the test, naming each violation, unless there are none.</summary>
    public static void None(IEnumerable<string> violations)
    {
        string[] found = [.. violations];
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, ["", .. found]));
    }
}
