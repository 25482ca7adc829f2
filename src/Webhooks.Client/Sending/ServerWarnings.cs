using System.Net.Http.Headers;

namespace Webhooks.Client.Sending;

/// <summary>Passes on what the server warns of: each text once.</summary>
/// <remarks>Thread safe.</remarks>
internal sealed class ServerWarnings(string server, ApiConnectionSettings settings)
{
    // The server writes them, and so decides how many there are: when it is too many, what was said is forgotten.
    private const int MostRemembered = 1000;
    private const int LongestText = 1000;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <param name="headers">The headers of an answer.</param>
    /// <param name="secret">What must not be passed on.</param>
    public void Note(HttpResponseHeaders headers, string? secret)
    {
        if (!headers.NonValidated.TryGetValues("Warning", out HeaderStringValues values))
        {
            return;
        }

        foreach (string text in values.SelectMany(WarningHeader.Read))
        {
            string warning = Shortened(text.Redact(secret));
            if (IsNew(warning))
            {
                settings.Logger.ServerWarned(server, warning);
                settings.Warned?.Invoke(warning);
            }
        }
    }

    private static string Shortened(string text) => text.Length <= LongestText ? text : text[..LongestText] + "…";

    private bool IsNew(string warning)
    {
        lock (_told)
        {
            if (_told.Count >= MostRemembered && !_told.Contains(warning))
            {
                _told.Clear();
            }

            return _told.Add(warning);
        }
    }
}
