using System.Collections.Immutable;
using Webhooks.Resources.Json;

namespace Webhooks.Client.Discovery;

/// <summary>Texts of an answer, which may be missing.</summary>
internal static class DiscoveryTexts
{
    public static string Of(JsonValue value) => value.AsString() ?? "";

    public static ImmutableArray<string> All(JsonValue values) => [.. values.Items().Select(value => value.AsString()).OfType<string>()];
}
