using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>The members of <c>spec</c> and <c>status</c> that the requests of a scenario name, in any object.</summary>
internal sealed class NamedMembers
{
    private readonly HashSet<string> _paths = [];
    private readonly HashSet<string> _customGroups = [];

    private NamedMembers()
    {
    }

    /// <summary>Those of a scenario; <c>null</c> where it is about such members itself.</summary>
    public static NamedMembers? Of(Transcript transcript)
    {
        if (transcript.Needs.Any(need => need.StartsWith("builtin-", StringComparison.Ordinal)))
        {
            return null;
        }

        NamedMembers named = new();
        foreach (RequestStep step in transcript.Setup.Concat(transcript.Steps).OfType<RequestStep>())
        {
            named.Add(step.Request);
        }

        return named;
    }

    /// <summary>Whether a request named it, or something in it.</summary>
    /// <param name="path">Names joined by dots, list positions left out: <c>spec.ports.port</c>.</param>
    public bool Contains(string path) => _paths.Contains(path);

    /// <summary>Whether a path leads to a kind that no request of the scenario defined.</summary>
    public bool IsBuiltIn(string path) => !_customGroups.Any(group => path.StartsWith($"/apis/{group}/", StringComparison.Ordinal));

    private void Add(RecordedRequest request)
    {
        JsonElement body;
        try
        {
            body = TranscriptJson.Parse(Encoding.UTF8.GetBytes(request.Body ?? "null"));
        }
        catch (FormatException)
        {
            // Sent as something else, or broken by intent: it names nothing.
            return;
        }

        if (body.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement operation in body.EnumerateArray())
            {
                AddOperation(operation);
            }
        }
        else if (body.ValueKind == JsonValueKind.Object)
        {
            AddSections(body);
            if (request.Path.Contains("/customresourcedefinitions", StringComparison.Ordinal)
                && TranscriptJson.Member(TranscriptJson.Member(body, "spec"), "group") is { } group)
            {
                _customGroups.Add(group.ToString());
            }
        }
    }

    private void AddOperation(JsonElement operation)
    {
        if (TranscriptJson.Member(operation, "path") is not { } pointer)
        {
            return;
        }

        ImmutableArray<string> names = [.. pointer.ToString().Split('/').Skip(1).Where(name => name != "-" && !name.All(char.IsAsciiDigit))];
        for (int count = 1; count <= names.Length; count++)
        {
            _paths.Add(string.Join('.', names.AsSpan()[..count].ToArray()));
        }

        if (TranscriptJson.Member(operation, "value") is { } value)
        {
            AddValue(value, string.Join('.', names));
        }
    }

    private void AddSections(JsonElement body)
    {
        foreach (JsonProperty member in body.EnumerateObject().Where(member => member.Name is "spec" or "status"))
        {
            AddValue(member.Value, member.Name);
        }
    }

    private void AddValue(JsonElement value, string path)
    {
        _paths.Add(path);
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                AddValue(member.Value, $"{path}.{member.Name}");
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray())
            {
                AddValue(item, path);
            }
        }
    }
}
