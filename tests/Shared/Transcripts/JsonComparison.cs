using System.Text.Json;

namespace Webhooks.Shared.Transcripts;

/// <summary>Compares whole bodies and events with recorded ones.</summary>
/// <param name="bindings">What placeholders stand for; it learns.</param>
/// <param name="rules">What may differ.</param>
/// <param name="differences">Takes what is found.</param>
internal sealed class JsonComparison(Bindings bindings, ComparisonRules rules, List<Difference> differences)
{
    private const string Absent = "nothing";

    /// <summary>Compares two values.</summary>
    public void Compare(JsonElement expected, JsonElement got, string path) => Compare(expected, got, path, field: null);

    /// <param name="expected">What is recorded.</param>
    /// <param name="got">What came.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="field">The path below an object's spec or status, as requests would name it; <c>null</c>: it is elsewhere.</param>
    private void Compare(JsonElement expected, JsonElement got, string path, string? field)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object when got.ValueKind == JsonValueKind.Object:
                CompareMembers(expected, got, path, field);
                break;
            case JsonValueKind.Array when got.ValueKind == JsonValueKind.Array && IsUnordered(path):
                CompareUnordered([.. expected.EnumerateArray()], [.. got.EnumerateArray()], path);
                break;
            case JsonValueKind.Array when got.ValueKind == JsonValueKind.Array:
                CompareItems([.. expected.EnumerateArray()], [.. got.EnumerateArray()], path, field);
                break;
            default:
                if (JsonScalars.Compare(expected, got, bindings) is { } problem)
                {
                    differences.Add(new(path, TranscriptJson.Compact(expected), AnswerComparison.Explained(TranscriptJson.Compact(got), problem)));
                }

                break;
        }
    }

    private void CompareMembers(JsonElement expected, JsonElement got, string path, string? field)
    {
        foreach (JsonProperty member in expected.EnumerateObject())
        {
            string? below = FieldOf(expected, member.Name, field);
            if (IsUnnamed(below))
            {
                continue;
            }

            if (got.TryGetProperty(member.Name, out JsonElement value))
            {
                Compare(member.Value, value, $"{path}.{member.Name}", below);
            }
            else
            {
                differences.Add(new($"{path}.{member.Name}", TranscriptJson.Compact(member.Value), Absent));
            }
        }

        foreach (JsonProperty member in got.EnumerateObject().Where(member => !expected.TryGetProperty(member.Name, out _)))
        {
            bool isManaged = member.Name == "managedFields" && path.EndsWith(".metadata", StringComparison.Ordinal);
            if (!(isManaged && !rules.ShowsManagedFields) && !IsUnnamed(FieldOf(expected, member.Name, field)))
            {
                differences.Add(new($"{path}.{member.Name}", Absent, TranscriptJson.Compact(member.Value)));
            }
        }
    }

    /// <summary>
    /// Causes come from Go's maps. Entries of managed fields stand in the order of their times, which turns where a second
    /// begins between two requests.
    /// </summary>
    private static bool IsUnordered(string path) =>
        path.EndsWith(".details.causes", StringComparison.Ordinal) || path.EndsWith(".metadata.managedFields", StringComparison.Ordinal);

    private static string? FieldOf(JsonElement parent, string name, string? field) =>
        field != null ? $"{field}.{name}" : name is "spec" or "status" && TranscriptJson.Member(TranscriptJson.Member(parent, "metadata"), "name") != null ? name : null;

    private bool IsUnnamed(string? field) => field != null && rules.Named?.Contains(field) == false;

    private void CompareItems(JsonElement[] expected, JsonElement[] got, string path, string? field)
    {
        for (int index = 0; index < Math.Max(expected.Length, got.Length); index++)
        {
            string place = $"{path}[{index}]";
            if (index >= got.Length)
            {
                differences.Add(new(place, TranscriptJson.Compact(expected[index]), Absent));
            }
            else if (index >= expected.Length)
            {
                differences.Add(new(place, Absent, TranscriptJson.Compact(got[index])));
            }
            else
            {
                Compare(expected[index], got[index], place, field);
            }
        }
    }

    private void CompareUnordered(JsonElement[] expected, JsonElement[] got, string path)
    {
        List<JsonElement> left = [.. got];
        foreach (JsonElement item in expected)
        {
            int found = left.FindIndex(other => IsSame(item, other, path));
            if (found < 0)
            {
                differences.Add(new($"{path}[]", TranscriptJson.Compact(item), $"none of {left.Count} left is that"));
                continue;
            }

            Compare(item, left[found], path, field: null);
            left.RemoveAt(found);
        }

        left.ForEach(item => differences.Add(new($"{path}[]", Absent, TranscriptJson.Compact(item))));
    }

    private bool IsSame(JsonElement expected, JsonElement got, string path)
    {
        List<Difference> found = [];
        new JsonComparison(bindings.Copy(), rules, found).Compare(expected, got, path);
        return found.Count == 0;
    }
}
