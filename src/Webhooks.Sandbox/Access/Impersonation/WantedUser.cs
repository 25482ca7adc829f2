using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;
using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Access.Impersonation;

/// <summary>Whom a request's headers want to be: nothing in it is checked or added yet.</summary>
internal static class WantedUser
{
    private const string ExtraPrefix = "Impersonate-Extra-";

    /// <summary>The caller that <c>Impersonate-*</c> headers name; <c>null</c> when they name none.</summary>
    /// <exception cref="StatusException">There are groups, extras or a uid without a user: 400.</exception>
    public static Caller? Read(IEnumerable<KeyValuePair<string, StringValues>> headers)
    {
        Caller wanted = new("");
        bool hasMore = false;
        foreach ((string name, StringValues values) in headers)
        {
            if (Is(name, "Impersonate-User"))
            {
                wanted = wanted with { Name = First(values) };
            }
            else if (Is(name, "Impersonate-Uid"))
            {
                wanted = wanted with { Uid = First(values) };
            }
            else if (Is(name, "Impersonate-Group"))
            {
                wanted = wanted with { Groups = wanted.Groups.AddRange(Texts(values)) };
                hasMore |= values.Count > 0;
            }
            else if (name.StartsWith(ExtraPrefix, StringComparison.OrdinalIgnoreCase))
            {
                string key = PathUnescape(name[ExtraPrefix.Length..].ToLowerInvariant());
                wanted = wanted.WithExtra(key, [.. wanted.Extra.GetValueOrDefault(key, []), .. Texts(values)]);
                hasMore = true;
            }
        }

        if (wanted.Name.Length > 0)
        {
            return wanted;
        }

        return hasMore || wanted.Uid.Length > 0
            ? throw new StatusException(Status.BadRequest($"requested {Describe(wanted)} without impersonating a user name"))
            : null;
    }

    private static bool Is(string name, string header) => name.Equals(header, StringComparison.OrdinalIgnoreCase);

    private static string First(StringValues values) => values.Count == 0 ? "" : values[0] ?? "";

    private static IEnumerable<string> Texts(StringValues values) => values.Select(value => value ?? "");

    // As url.PathUnescape: a text with a broken escape stays as it is.
    private static string PathUnescape(string text)
    {
        for (int i = text.IndexOf('%', StringComparison.Ordinal); i >= 0; i = text.IndexOf('%', i + 1))
        {
            if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2]))
            {
                return text;
            }
        }

        return Uri.UnescapeDataString(text);
    }

    // The message shows the Go value, by %#v.
    private static string Describe(Caller wanted)
    {
        string groups = wanted.Groups.IsEmpty ? "(nil)" : Braced(wanted.Groups);
        string extra = wanted.Extra.IsEmpty
            ? "(nil)"
            : $"{{{string.Join(", ", wanted.Extra.Select(pair => $"{GoString.Quote(pair.Key)}:[]string{Braced(pair.Value)}"))}}}";
        return $"&user.DefaultInfo{{Name:{GoString.Quote(wanted.Name)}, UID:{GoString.Quote(wanted.Uid)}, Groups:[]string{groups}, Extra:map[string][]string{extra}}}";
    }

    private static string Braced(ImmutableArray<string> texts) => $"{{{string.Join(", ", texts.Select(GoString.Quote))}}}";
}
