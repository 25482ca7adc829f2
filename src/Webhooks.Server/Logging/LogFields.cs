using System.Globalization;

namespace Webhooks.Server.Logging;

/// <summary>The named values of a message.</summary>
internal static class LogFields
{
    // Under this name a message keeps its own template.
    private const string Template = "{OriginalFormat}";

    // A parameter named as a keyword, such as @namespace, keeps this.
    private const char Verbatim = '@';

    /// <summary>The named values, in their order, each name once; those that are null are left out.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Of<TState>(TState state)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            yield break;
        }

        for (int index = 0; index < values.Count; index++)
        {
            (string name, object? value) = values[index];
            if (value != null && name != Template && !IsBefore(values, index, name))
            {
                yield return new KeyValuePair<string, object>(name.TrimStart(Verbatim), value);
            }
        }
    }

    /// <summary>Those that the message's text does not say already.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Untold<TState>(TState state)
    {
        string template = TemplateOf(state);
        return !template.Contains('{', StringComparison.Ordinal) ? Of(state) : Of(state).Where(field =>
            !template.Contains($"{{{field.Key}}}", StringComparison.Ordinal) && !template.Contains($"{{{field.Key}:", StringComparison.Ordinal));
    }

    /// <summary>A value as text, in no culture.</summary>
    public static string Text(object value) => value switch
    {
        string text => text,
        bool yes => yes ? "true" : "false",
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string TemplateOf<TState>(TState state) =>
        state is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } values && values[^1] is { Key: Template, Value: string template } ? template : "";

    private static bool IsBefore(IReadOnlyList<KeyValuePair<string, object?>> values, int index, string name)
    {
        for (int earlier = 0; earlier < index; earlier++)
        {
            if (values[earlier].Key == name)
            {
                return true;
            }
        }

        return false;
    }
}
