using System.Buffers;
using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Requests;

/// <summary>Where the next page of a list starts, and at which version.</summary>
/// <param name="Revision">The version of the list; -1 to go on at the newest.</param>
/// <param name="Start">The key, under the list's prefix, of which and behind which the page starts.</param>
/// <remarks>As <c>k8s.io/apiserver/pkg/storage/continue.go</c>.</remarks>
internal readonly record struct ContinueToken(long Revision, string Start)
{
    private static readonly SearchValues<char> Base64Url = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>The token of the page behind the object of that key.</summary>
    public static ContinueToken Behind(long revision, string key) => new(revision, key + "\0");

    /// <summary>The token as clients send it back.</summary>
    public override string ToString()
    {
        using PooledBuffer buffer = new();
        JsonWriter writer = new(buffer);
        writer.StartObject();
        writer.WriteName("v"u8);
        writer.WriteString("meta.k8s.io/v1");
        writer.WriteName("rv"u8);
        writer.WriteNumber(Revision);
        writer.WriteName("start"u8);
        writer.WriteString(Start);
        writer.EndObject();
        return Convert.ToBase64String(buffer.WrittenSpan).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Reads a token.</summary>
    /// <exception cref="StatusException">It is none of ours.</exception>
    public static ContinueToken Parse(string text)
    {
        byte[] json = Decode(text);
        JsonValue token;
        try
        {
            token = JsonTree.Parse(json).Root;
        }
        catch (JsonFormatException)
        {
            throw Invalid(GoJsonProblem.Of(json));
        }

        if (!token["v"u8].TextEquals("meta.k8s.io/v1"u8))
        {
            throw Invalid($"server does not recognize this encoded version {Webhooks.Resources.Literals.GoString.Quote(token["v"u8].AsString() ?? "")}");
        }

        string start = token["start"u8].AsString() ?? "";
        if (start.Length == 0 || !token["rv"u8].TryGetInt64(out long revision) || revision == 0)
        {
            throw Invalid($"incorrect encoded start resourceVersion (version meta.k8s.io/v1)");
        }

        return new ContinueToken(revision, start);
    }

    private static byte[] Decode(string text)
    {
        string standard = text.Replace('-', '+').Replace('_', '/');
        int wrong = text.AsSpan().IndexOfAnyExcept(Base64Url);
        if (wrong >= 0 || text.Length % 4 == 1)
        {
            int at = wrong >= 0 ? wrong : text.Length;
            throw Invalid("illegal base64 data at input byte " + at.ToString(CultureInfo.InvariantCulture));
        }

        return Convert.FromBase64String(standard + new string('=', (4 - (text.Length % 4)) % 4));
    }

    private static StatusException Invalid(string problem) =>
        new(Status.BadRequest("invalid continue token: continue key is not valid: " + problem));
}
