using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Names;

namespace Webhooks.Sandbox.Access.Impersonation;

/// <summary>What extras must look like to be impersonated in a constrained way.</summary>
internal static class ExtraRules
{
    private const string Field = "extra.key";
    private const string PathCharacters = "-._~!$&'()*+,;=:/%";

    private const string BadPath =
        "Invalid path (regex used for validation is '[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+')";

    /// <summary>What is wrong with them, in the API server's words; <c>null</c> for nothing.</summary>
    public static string? Problem(ImmutableSortedDictionary<string, ImmutableArray<string>> extra) =>
        extra.Select(pair => Problem(pair.Key, pair.Value)).FirstOrDefault(problem => problem != null);

    private static string? Problem(string key, ImmutableArray<string> values)
    {
        if (key.Length == 0)
        {
            return "impersonating the empty string key in extra is not allowed";
        }

        string malformed = FieldError.Aggregate(DomainPrefixedPath(key));
        return malformed.Length > 0 ? $"impersonating an invalid key in extra is not allowed: {malformed}"
            : key.Any(char.IsUpper) ? $"impersonating a non-lowercase key in extra is not allowed: {GoString.Quote(key)}"
            : values.IsEmpty ? "impersonating empty values in extra is not allowed"
            : values.Contains("") ? "impersonating the empty string value in extra is not allowed"
            : null;
    }

    // validation.IsDomainPrefixedPath
    private static IEnumerable<StatusCause> DomainPrefixedPath(string key)
    {
        int slash = key.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == key.Length - 1)
        {
            return [FieldError.Invalid(Field, key, "must be a domain-prefixed path (such as \"acme.io/foo\")")];
        }

        string host = key[..slash];
        string path = key[(slash + 1)..];
        IEnumerable<StatusCause> problems = DnsSubdomain.Problems(host).Select(problem => FieldError.Invalid(Field, host, problem));
        return path.All(IsPathCharacter) ? problems : [.. problems, FieldError.Invalid(Field, path, BadPath)];
    }

    private static bool IsPathCharacter(char c) => char.IsAsciiLetterOrDigit(c) || PathCharacters.Contains(c, StringComparison.Ordinal);
}
