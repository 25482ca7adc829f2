namespace Webhooks.Server.Injecting;

/// <summary>The spelling of <see cref="OutputFormat"/> on the command line.</summary>
internal static class OutputFormats
{
    /// <summary>The formats as <c>-o</c> takes them; the first is the default.</summary>
    public static string[] Names { get; } = [.. Enum.GetNames<OutputFormat>().Select(name => name.ToLowerInvariant())];

    public static OutputFormat Parse(string name) => (OutputFormat)Array.IndexOf(Names, name);
}
