using System.Text.Json;
using Webhooks.Resources.Literals;

namespace Webhooks.Client.Objects;

/// <summary>A member that is a time or <c>null</c>, in one of Go's layouts.</summary>
internal static class TimeMember
{
    /// <exception cref="JsonException">It is no such time.</exception>
    public static DateTimeOffset? Read(ref Utf8JsonReader reader, string layout) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => GoTime.Parse(reader.GetString()!, layout, out DateTimeOffset time) is { } problem
            ? throw new JsonException(problem)
            : time,
        _ => throw new JsonException(),
    };

    public static void Write(Utf8JsonWriter writer, DateTimeOffset? value, Func<DateTimeOffset, string> text)
    {
        if (value is { } time)
        {
            writer.WriteStringValue(text(time));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
