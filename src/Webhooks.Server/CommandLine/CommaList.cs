namespace Webhooks.Server.CommandLine;

/// <summary>Values of an option that may be repeated, and hold several separated by commas.</summary>
internal static class CommaList
{
    public static IEnumerable<string> Split(IEnumerable<string>? values) =>
        (values ?? []).SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
