using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Validation;

/// <summary>What tells the items of a list map apart when two versions of the list are compared.</summary>
internal static class ListMapKey
{
    /// <summary>The key of an item; <c>null</c> where it lacks one of the key members, or has something else than a scalar there.</summary>
    public static string? Of(JsonValue item, Schema list)
    {
        List<string> parts = new(list.Extensions.ListMapKeys.Count);
        foreach (string name in list.Extensions.ListMapKeys)
        {
            JsonValue part = item[name];
            if (part.Kind is < JsonKind.True or > JsonKind.String)
            {
                return null;
            }

            bool isFloat = part.Kind == JsonKind.Number && !DecodedNumber.Of(part).IsInteger;
            parts.Add((isFloat ? "~" : "") + GoJson.Write(part));
        }

        return string.Join(',', parts);
    }
}
