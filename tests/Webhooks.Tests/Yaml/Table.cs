using Webhooks.Resources.Json;
using Webhooks.Shared;

namespace Webhooks.Tests.Yaml;

/// <summary>What kubectl 1.32 answered: one JSON value per line of a file in Data/yaml.</summary>
internal static class Table
{
    /// <summary>The rows of <c>[text, value]</c>, or <c>[text]</c> where kubectl refused the text.</summary>
    public static List<Row> Pairs(string file) =>
        [.. Lines(file).Select(line => line.Items().ToArray()).Select(pair => new Row(pair[0].GetString(), pair.ElementAtOrDefault(1)))];

    /// <summary>The rows of a file.</summary>
    public static IEnumerable<JsonValue> Lines(string file) =>
        File.ReadLines(Repository.PathOf("tests", "Webhooks.Tests", "Data", "yaml", file)).Select(line => JsonTree.Parse(line).Root);

    /// <summary>
    /// Whether two values say the same. Whole numbers of 64 bits exactly; all others as float64, which is what
    /// kubectl prints them as.
    /// </summary>
    public static bool SaysTheSame(JsonValue left, JsonValue right)
    {
        if (left.Kind != right.Kind || left.Count != right.Count)
        {
            return false;
        }

        switch (left.Kind)
        {
            case JsonKind.Number:
                return left.TryGetInt64(out long a) && right.TryGetInt64(out long b) ? a == b : Double(left) == Double(right);
            case JsonKind.Array:
                return left.Items().Zip(right.Items()).All(pair => SaysTheSame(pair.First, pair.Second));
            case JsonKind.Object:
                return left.Members().All(member => SaysTheSame(member.Value, right[member.Key]));
            default:
                return JsonEquality.AreEqual(left, right);
        }
    }

    private static double Double(JsonValue number) =>
        double.Parse(number.ToString(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A text and its value; missing where kubectl refused it.</summary>
    internal readonly record struct Row(string Text, JsonValue Value);
}
