using Webhooks.Resources.Json;

namespace Webhooks.Admission.Pods;

/// <summary>The pull policy that the API server fills in for an image.</summary>
internal static class ImagePullPolicy
{
    private static readonly JsonValue Always = JsonTree.Parse("\"Always\"").Root;
    private static readonly JsonValue IfNotPresent = JsonTree.Parse("\"IfNotPresent\"").Root;

    /// <summary><c>Always</c> for the tag <c>latest</c>, written or implied; else, and for what is no image reference, <c>IfNotPresent</c>.</summary>
    public static JsonValue DefaultFor(string image)
    {
        int digest = image.IndexOf('@', StringComparison.Ordinal);
        string tagged = digest < 0 ? image : image[..digest];
        int colon = tagged.LastIndexOf(':');
        bool hasTag = colon > tagged.LastIndexOf('/');
        string tag = hasTag ? tagged[(colon + 1)..] : digest < 0 ? "latest" : "";
        return tag == "latest" && IsName(hasTag ? tagged[..colon] : tagged) ? Always : IfNotPresent;
    }

    /// <summary>The policy of an image that a document has; missing where it has none, as another may bring it.</summary>
    public static JsonValue DefaultFor(JsonValue image) => image.AsString() is { Length: > 0 } text ? DefaultFor(text) : default;

    /// <summary>The grammar of distribution/reference: an optional domain, then lower-case path components.</summary>
    private static bool IsName(string name)
    {
        string[] parts = name.Split('/');
        bool hasDomain = parts.Length > 1
            && (parts[0].AsSpan().ContainsAny('.', ':') || parts[0] == "localhost" || parts[0].Any(char.IsAsciiLetterUpper));
        return parts.Skip(hasDomain ? 1 : 0).All(IsComponent);
    }

    private static bool IsComponent(string part)
    {
        if (part.Length == 0 || !char.IsAsciiLetterOrDigit(part[0]) || !char.IsAsciiLetterOrDigit(part[^1]))
        {
            return false;
        }

        return part.All(next => char.IsAsciiLetterLower(next) || char.IsAsciiDigit(next) || next is '.' or '_' or '-')
            && !part.Contains("..", StringComparison.Ordinal)
            && !part.Contains("___", StringComparison.Ordinal);
    }
}
