using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether the conversion between versions says how. Source: <c>validateCustomResourceConversion</c>.</summary>
internal static class ConversionChecks
{
    private static readonly string[] Strategies = ["None", "Webhook"];
    private static readonly string[] ReviewVersions = ["v1", "v1beta1"];

    /// <param name="conversion"><c>spec.conversion</c>; nothing is wrong with none.</param>
    /// <param name="place">Its path.</param>
    public static IEnumerable<StatusCause> Run(JsonValue conversion, FieldPlace place)
    {
        if (conversion.IsAbsent)
        {
            return [];
        }

        string strategy = conversion["strategy"u8].AsString() ?? "";
        JsonValue client = conversion["webhook"u8]["clientConfig"u8];
        JsonValue versions = conversion["webhook"u8]["conversionReviewVersions"u8];
        FieldPlace clientPlace = place.Member("webhookClientConfig");
        FieldPlace versionsPlace = place.Member("conversionReviewVersions");
        IEnumerable<StatusCause> causes = strategy.Length == 0 ? [FieldError.Required(place.Member("strategy").ToString())]
            : Strategies.Contains(strategy) ? []
            : [FieldError.NotSupported(place.Member("strategy").ToString(), strategy, Strategies)];
        if (strategy == "Webhook")
        {
            return [.. causes, .. Client(client, clientPlace.ToString()), .. Versions(versions, versionsPlace)];
        }

        const string NotWithoutWebhook = "should not be set when strategy is not set to Webhook";
        return
        [
            .. causes,
            .. client.IsAbsent ? [] : (StatusCause[])[FieldError.Forbidden(clientPlace.ToString(), NotWithoutWebhook)],
            .. versions.Count == 0 ? [] : (StatusCause[])[FieldError.Forbidden(versionsPlace.ToString(), NotWithoutWebhook)],
        ];
    }

    private static IEnumerable<StatusCause> Client(JsonValue client, string place) =>
        client.IsAbsent ? [FieldError.Required(place, "required when strategy is set to Webhook")]
        : client["url"u8].IsAbsent == client["service"u8].IsAbsent ? [FieldError.Required(place, "exactly one of url or service is required")]
        : client["url"u8].AsString() is { } url ? WebhookClientChecks.Url(url, $"{place}.url")
        : WebhookClientChecks.Service(client["service"u8], $"{place}.service");

    private static IEnumerable<StatusCause> Versions(JsonValue versions, FieldPlace place)
    {
        if (versions.Count == 0)
        {
            yield return FieldError.Required(place.ToString());
            yield break;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((int index, JsonValue version) in versions.Items().Index())
        {
            string name = version.AsString() ?? "";
            IReadOnlyList<string> problems = seen.Add(name) ? Dns1035Label.Problems(name) : ["duplicate version"];
            foreach (string problem in problems)
            {
                yield return FieldError.Invalid(place.Item(index).ToString(), name, problem);
            }
        }

        if (!seen.Overlaps(ReviewVersions))
        {
            yield return FieldError.Invalid(place.ToString(), DecodedValues.Show(versions), $"must include at least one of {string.Join(", ", ReviewVersions)}");
        }
    }
}
