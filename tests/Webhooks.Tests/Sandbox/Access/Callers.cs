using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Authorization;
using Webhooks.Sandbox.Answers;
using Xunit;

namespace Webhooks.Tests.Sandbox.Access;

/// <summary>Callers that tests share, and what they ask for.</summary>
internal static class Callers
{
    public static Caller Master { get; } = new("admin") { Groups = [SystemNames.Masters, SystemNames.Authenticated] };

    public static Caller Jane { get; } = new("jane") { Groups = [SystemNames.Authenticated] };

    /// <summary>A request such as <c>list apps/deployments/scale@here:name</c>; of the core group <c>list pods@here</c>.</summary>
    public static AccessAttributes Asks(this Caller caller, string request)
    {
        string[] words = request.Split(' ');
        if (words[1].StartsWith('/'))
        {
            return new AccessAttributes { Caller = caller, Verb = words[0], IsResource = false, Path = words[1] };
        }

        (string what, string where) = Cut(words[1], '@');
        (string space, string name) = Cut(where, ':');
        string[] parts = what.Split('/');
        bool hasGroup = parts[0].Contains('.', StringComparison.Ordinal) || parts[0] is "apps";
        return new AccessAttributes
        {
            Caller = caller,
            Verb = words[0],
            Group = hasGroup ? parts[0] : "",
            Resource = hasGroup ? parts[1] : parts[0],
            Subresource = string.Join('/', parts.Skip(hasGroup ? 2 : 1)),
            Namespace = space,
            Name = name,
        };
    }

    /// <summary>The Status that somebody is refused with, as JSON.</summary>
    public static string Refused(Action act) => Json(Assert.Throws<StatusException>(act).Status);

    /// <summary>A Status as it is answered.</summary>
    public static string Json(Status status)
    {
        using PooledBuffer buffer = new();
        status.Write(new JsonWriter(buffer));
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static (string Before, string After) Cut(string text, char at)
    {
        int place = text.IndexOf(at, StringComparison.Ordinal);
        return place < 0 ? (text, "") : (text[..place], text[(place + 1)..]);
    }
}
