using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Webhooks.Client.Requests;
using Webhooks.Resources.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>
/// A form is a method, a shape of path, each name in the query and in the body of a deletion, and a media type. A kube-apiserver
/// was recorded accepting those of <see cref="Accepted"/>.
/// </summary>
internal sealed partial record RequestForm(string Method, string Target, string ContentType, JsonValue Body)
{
    private static readonly Lazy<HashSet<string>> Recorded = new(() => [.. Recordings().SelectMany(form => form.Parts())]);

    /// <summary>The parts of all forms that were recorded as accepted.</summary>
    public static IReadOnlySet<string> Accepted => Recorded.Value;

    /// <summary>The form of a request.</summary>
    public static RequestForm Of(ApiRequest request) => new(
        request.Method.Method,
        request.Target,
        request.ContentType,
        request.Verb.StartsWith("delete", StringComparison.Ordinal) && !request.Body.IsEmpty ? JsonTree.Parse(request.Body).Root : default);

    /// <summary>What the form consists of.</summary>
    public IEnumerable<string> Parts()
    {
        string[] parts = Target.Split('?', 2);
        (string place, string shape) = ShapeOf(parts[0]);
        yield return place;
        yield return $"{Method} {shape}";

        if (ContentType.Length > 0)
        {
            yield return $"{Method} of {ContentType}";
        }

        foreach (string name in parts.Length < 2 ? [] : parts[1].Split('&').Select(pair => pair.Split('=')[0]))
        {
            yield return $"{Method} ?{name}";
        }

        foreach ((string name, JsonValue value) in Body.Members())
        {
            yield return $"{Method} {{{name}: {value.Kind}}}";
        }
    }

    private static IEnumerable<RequestForm> Recordings() => TranscriptFolder.Names(TranscriptFolder.Own)
        .Select(name => JsonTree.Parse(File.ReadAllText(Path.Combine(TranscriptFolder.Own, name + ".json")), JsonPolicy.Server).Root)
        .SelectMany(scenario => new[] { scenario["setup"u8], scenario["steps"u8] })
        .SelectMany(steps => steps.Items())
        .Where(step => step["request"u8].Kind == JsonKind.Object && IsSuccess(step))
        .Select(step => step["request"u8])
        .Select(request => new RequestForm(
            request["method"u8].GetString(), request["path"u8].GetString(), request["headers"u8]["Content-Type"u8].AsString() ?? "", BodyOf(request)));

    // A watch that is opened says nothing of its answer.
    private static bool IsSuccess(JsonValue step) => step["response"u8].IsMissing || (step["response"u8]["status"u8].TryGetInt64(out long status) && status is >= 200 and < 300);

    private static JsonValue BodyOf(JsonValue request) => request["method"u8].GetString() == "DELETE" ? request["json"u8] : default;

    // Where a resource is, and what of it is asked for: the one does not depend on the other, nor on method and group.
    private static (string Place, string Shape) ShapeOf(string path)
    {
        string shape = Roots().Replace(path, match => match.Value.StartsWith("/apis", StringComparison.Ordinal) ? "/apis/G/V" : "/api/V");
        ImmutableArray<string> parts = [.. shape.Split('/')];
        int root = parts is ["", "apis", "G", ..] ? 4 : parts is ["", "api", "V", ..] ? 3 : parts.Length;
        return parts.Length == root ? ("no resource", Schemas().Replace(shape, "/openapi/v3/apis/G/V"))
            : parts.Length > root + 2 && parts[root] == "namespaces" ? ("in a namespace", $"R{Rest(parts, root + 3)}")
            : ("in no namespace", $"R{Rest(parts, root + 1)}");
    }

    private static string Rest(ImmutableArray<string> parts, int names) => (parts.Length - names) switch
    {
        <= 0 => "",
        1 => "/name",
        _ => "/name/part",
    };

    [GeneratedRegex("^/apis/[^/]+/[^/]+|^/api/v1")]
    private static partial Regex Roots();

    [GeneratedRegex("^/openapi/v3/apis/[^/]+/[^/]+")]
    private static partial Regex Schemas();
}
