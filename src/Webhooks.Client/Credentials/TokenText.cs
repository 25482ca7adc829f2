using System.Text;
using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Credentials;

/// <summary>Tokens as they are sent: one line of visible ASCII.</summary>
internal static class TokenText
{
    /// <summary>A token that may stand in a file; one that becomes unreadable keeps what it last said.</summary>
    /// <exception cref="ConfigurationException">There is none.</exception>
    public static FollowedSource<string> Follow(BearerToken token, ApiConnectionSettings settings) => token.File is { } file
        ? new FollowedSource<string>([new PemSource.OfFile(file)], texts => Read(Encoding.UTF8.GetString(texts[0])), token.Text, settings)
        : new FollowedSource<string>([new PemSource.Inline(Encoding.UTF8.GetBytes(token.Text ?? ""))], texts => Read(Encoding.UTF8.GetString(texts[0])), beforehand: null, settings);

    /// <exception cref="ConfigurationException">This is no token.</exception>
    public static string Read(string text)
    {
        string token = text.Trim();
        return token.Length > 0 && !token.AsSpan().ContainsAnyExceptInRange('!', '~')
            ? token
            : throw new ConfigurationException("this is no token: it is empty, or has blanks, line breaks or characters beyond ASCII; write it on one line");
    }
}
