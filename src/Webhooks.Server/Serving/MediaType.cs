namespace Webhooks.Server.Serving;

/// <summary>Media types, compared without their parameters.</summary>
internal static class MediaType
{
    /// <summary>True for <c>application/json</c> in any case, with or without <c>; charset=utf-8</c>.</summary>
    public static bool IsJson(string? contentType)
    {
        ReadOnlySpan<char> type = contentType;
        int parameters = type.IndexOf(';');
        return (parameters < 0 ? type : type[..parameters]).Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);
    }
}
