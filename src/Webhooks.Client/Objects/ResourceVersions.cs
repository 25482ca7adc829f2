namespace Webhooks.Client.Objects;

/// <summary>The order of resource versions.</summary>
/// <remarks>
/// Since Kubernetes 1.35 versions of one resource compare as decimal integers of any length (KEP-5504). What is no such
/// integer, or has a leading zero, compares with nothing.
/// </remarks>
internal static class ResourceVersions
{
    /// <summary>Whether a version is known to be before another; false where they do not compare.</summary>
    public static bool IsBefore(string version, string other) =>
        IsNumber(version) && IsNumber(other)
        && (version.Length != other.Length ? version.Length < other.Length : string.CompareOrdinal(version, other) < 0);

    private static bool IsNumber(string version) => version.Length > 0 && version[0] != '0' && !version.AsSpan().ContainsAnyExceptInRange('0', '9');
}
