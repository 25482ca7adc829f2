using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Tables.Printers;

/// <summary>Selectors as Go prints the structure, which the tables of policy bindings show.</summary>
internal static class GoSelector
{
    /// <summary>The text: <c>&amp;LabelSelector{MatchLabels:map[string]string{a: b,},MatchExpressions:[]LabelSelectorRequirement{},}</c>.</summary>
    public static string Print(JsonValue selector)
    {
        IEnumerable<string> labels = selector["matchLabels"u8].Members()
            .OrderBy(label => label.Key, StringComparer.Ordinal)
            .Select(label => $"{label.Key}: {Facts.Text(label.Value)},");
        IEnumerable<string> expressions = selector["matchExpressions"u8].Items().Select(PrintExpression);
        return $"&LabelSelector{{MatchLabels:map[string]string{{{string.Concat(labels)}}},MatchExpressions:[]LabelSelectorRequirement{{{string.Concat(expressions)}}},}}";
    }

    private static string PrintExpression(JsonValue expression)
    {
        string values = string.Join(' ', expression["values"u8].Items().Select(Facts.Text));
        return $"LabelSelectorRequirement{{Key:{Facts.Text(expression["key"u8])},Operator:{Facts.Text(expression["operator"u8])},Values:[{values}],}},";
    }
}
