using Webhooks.Resources.Json;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Schemas;

/// <summary>Objects as an API server writes them: members sorted, and floats anew, so that <c>1.0</c> becomes <c>1</c>.</summary>
public static class StoredForm
{
    /// <summary>The value as it is written and read again. What was valid as <c>1.0</c> may be another number from now on.</summary>
    /// <returns>The value; the very same where it stands so already.</returns>
    /// <exception cref="DecodeException">A number is beyond a float64.</exception>
    public static JsonValue Of(JsonValue value) => WrittenForm.Is(value) ? value : UntypedForm.Rewrite(value, keepsFloats: false);
}
