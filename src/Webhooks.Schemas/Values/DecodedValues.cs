using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Schemas.Values;

/// <summary>Values compared and shown as the API server does once they are decoded.</summary>
internal static class DecodedValues
{
    private static readonly Func<JsonValue, JsonValue, bool> SameNumber = DecodedNumber.AreEqual;

    /// <summary>As <c>reflect.DeepEqual</c>: an integer never equals a float.</summary>
    public static bool AreEqual(JsonValue left, JsonValue right) => JsonEquality.AreEqual(left, right, SameNumber);

    /// <summary>The value as messages show it.</summary>
    public static BadValue Show(JsonValue value) => value.Kind switch
    {
        JsonKind.String => value.GetString(),
        JsonKind.Number => DecodedNumber.Of(value).Shown,
        JsonKind.True => true,
        JsonKind.False => false,
        JsonKind.Null or JsonKind.Missing => default,
        _ => BadValue.Json(GoJson.Write(value)),
    };
}
