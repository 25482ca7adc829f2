using System.Diagnostics.CodeAnalysis;

namespace Webhooks.Sandbox.Tables;

/// <summary>Kinds in lower case, as they stand before a name: <c>deployment.apps/web</c>.</summary>
internal static class Lowercase
{
    /// <summary>The text in lower case.</summary>
    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "shown, not compared")]
    public static string Of(string text) => text.ToLowerInvariant();
}
