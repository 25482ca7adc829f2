using System.Text.RegularExpressions;

namespace Webhooks.Tests.Judging;

/// <summary>Names and values as apimachinery's validation takes them.</summary>
internal static partial class Syntax
{
    public static bool IsDnsLabel(string text) => text.Length <= 63 && Label().IsMatch(text);

    public static bool IsDnsName(string text) => text.Length <= 253 && Subdomain().IsMatch(text);

    public static bool IsQualifiedName(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length <= 2 && (parts.Length == 1 || IsDnsName(parts[0])) && parts[^1].Length <= 63 && NamePart().IsMatch(parts[^1]);
    }

    public static bool IsLabelValue(string text) => text.Length == 0 || (text.Length <= 63 && NamePart().IsMatch(text));

    /// <summary>The name of a port: letters, digits and single hyphens inside.</summary>
    public static bool IsPortName(string text) =>
        text.Length is > 0 and <= 15 && PortCharacters().IsMatch(text) && text.Any(char.IsAsciiLetterLower) && !text.Contains("--", StringComparison.Ordinal) && text[0] != '-' && text[^1] != '-';

    public static bool IsVariable(string text) => text.Length > 0 && text.All(next => next is >= ' ' and <= '~' and not '=');

    public static bool IsPort(long number) => number is >= 1 and <= 65535;

    /// <summary>A path below where it starts.</summary>
    public static bool StaysBelow(string path) => !path.StartsWith('/') && !path.Split('/').Contains("..");

    [GeneratedRegex(@"\A[a-z0-9]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex Label();

    [GeneratedRegex(@"\A[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex Subdomain();

    [GeneratedRegex(@"\A([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]\z")]
    private static partial Regex NamePart();

    [GeneratedRegex(@"\A[-a-z0-9]+\z")]
    private static partial Regex PortCharacters();
}
