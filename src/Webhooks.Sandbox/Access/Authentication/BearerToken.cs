namespace Webhooks.Sandbox.Access.Authentication;

/// <summary>The token of an <c>Authorization</c> header.</summary>
internal static class BearerToken
{
    /// <summary>The token; <c>null</c> where the header is absent, of another scheme or has none, which counts as no credentials.</summary>
    public static string? Read(string? authorization)
    {
        string[] parts = (authorization ?? "").Trim().Split(' ', 3);
        return parts.Length >= 2 && parts[0].Equals("bearer", StringComparison.OrdinalIgnoreCase) && parts[1].Length > 0 ? parts[1] : null;
    }
}
