using System.Globalization;

namespace Webhooks.Sandbox.Access;

/// <summary>Times as <c>metav1.Time</c> has them: UTC, whole seconds.</summary>
internal static class Timestamp
{
    /// <summary>The text: <c>2026-01-01T12:00:00Z</c>.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
