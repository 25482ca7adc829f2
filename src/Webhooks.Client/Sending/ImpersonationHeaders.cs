using System.Globalization;
using System.Text;
using Webhooks.Client.Configuration;

namespace Webhooks.Client.Sending;

/// <summary>The headers <c>Impersonate-*</c>, each name once; several values are parted by <see cref="RepeatedHeader.Separator"/>.</summary>
internal static class ImpersonationHeaders
{
    /// <summary>What all of them begin with.</summary>
    public const string Prefix = "Impersonate-";

    /// <exception cref="ConfigurationException">Headers can't say it.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(Impersonation? impersonation)
    {
        if (impersonation is null)
        {
            return [];
        }

        List<(string Name, IReadOnlyList<string> Values)> headers =
        [
            ("User", [impersonation.User]),
            ("Uid", impersonation.Uid.Length > 0 ? [impersonation.Uid] : []),
            ("Group", impersonation.Groups),

            // The server reads names of headers in small letters, whatever they were: two that differ in that are one.
            .. impersonation.Extra.GroupBy(extra => Escaped(extra.Key).ToLowerInvariant())
                .Select(extras => ($"Extra-{extras.Key}", (IReadOnlyList<string>)[.. extras.SelectMany(extra => extra.Value)])),
        ];
        return headers.Any(header => header.Values.Any(value => value.Any(char.IsControl)))
            ? throw new ConfigurationException("impersonation (as, as-uid, as-groups, as-user-extra): a control character can't be sent in a header; take it out")
            : [.. headers.Where(header => header.Values.Count > 0).Select(header => KeyValuePair.Create(Prefix + header.Name, string.Join(RepeatedHeader.Separator, header.Values)))];
    }

    // As client-go: what no name of a header may have is percent-encoded.
    private static string Escaped(string name)
    {
        StringBuilder escaped = new();
        foreach (byte sign in Encoding.UTF8.GetBytes(name))
        {
            bool isPlain = char.IsAsciiLetterOrDigit((char)sign) || "!#$&'*+-.^_`|~".Contains((char)sign, StringComparison.Ordinal);
            _ = isPlain ? escaped.Append((char)sign) : escaped.Append(CultureInfo.InvariantCulture, $"%{sign:X2}");
        }

        return escaped.ToString();
    }
}
