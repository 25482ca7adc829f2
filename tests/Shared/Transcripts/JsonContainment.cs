using System.Text.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>Looks for the part of a body that is recorded.</summary>
/// <param name="bindings">What placeholders stand for; it learns.</param>
/// <param name="differences">Takes what is found missing or other.</param>
internal sealed class JsonContainment(Bindings bindings, List<Difference> differences)
{
    /// <summary>Looks whether the members are there and equal, and each list item is contained in some item there.</summary>
    public void Compare(JsonElement expected, JsonElement got, string path)
    {
        if (expected.ValueKind == JsonValueKind.Object && got.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in expected.EnumerateObject())
            {
                if (got.TryGetProperty(member.Name, out JsonElement value))
                {
                    Compare(member.Value, value, $"{path}.{member.Name}");
                }
                else
                {
                    differences.Add(new($"{path}.{member.Name}", TranscriptJson.Compact(member.Value), "nothing"));
                }
            }
        }
        else if (expected.ValueKind == JsonValueKind.Array && got.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in expected.EnumerateArray())
            {
                Find(item, [.. got.EnumerateArray()], path);
            }
        }
        else if (JsonScalars.Compare(expected, got, bindings) is { } problem)
        {
            differences.Add(new(path, TranscriptJson.Compact(expected), AnswerComparison.Explained(TranscriptJson.Compact(got), problem)));
        }
    }

    private void Find(JsonElement item, JsonElement[] among, string path)
    {
        JsonElement? found = among.Where(other => IsIn(item, other, path)).Select(other => (JsonElement?)other).FirstOrDefault();
        if (found is { } place)
        {
            Compare(item, place, path);
        }
        else
        {
            differences.Add(new($"{path}[]", TranscriptJson.Compact(item), $"no item of {among.Length} holds that"));
        }
    }

    private bool IsIn(JsonElement item, JsonElement other, string path)
    {
        List<Difference> found = [];
        new JsonContainment(bindings.Copy(), found).Compare(item, other, path);
        return found.Count == 0;
    }
}
