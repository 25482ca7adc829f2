using System.Globalization;

namespace Webhooks.Sandbox.Objects;

/// <summary>Times as objects show them: UTC, whole seconds.</summary>
internal static class Timestamps
{
    /// <summary>The time, its fraction of a second dropped.</summary>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
