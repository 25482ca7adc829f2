using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Names;
using Webhooks.Schemas.Formats;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether a webhook can be called. Source: <c>webhook.ValidateWebhookURL</c>, <c>ValidateWebhookService</c>.</summary>
internal static class WebhookClientChecks
{
    private const string Form = "; desired format: https://host[/path]";

    /// <summary>What is wrong with a <c>url</c>.</summary>
    public static IEnumerable<StatusCause> Url(string text, string place)
    {
        WebUrl url = WebUrl.Parse(text);
        if (url.Problem != null)
        {
            yield return FieldError.Required(place, $"url must be a valid URL: {url.Problem}{Form}");
            yield break;
        }

        if (url.Scheme != "https")
        {
            yield return FieldError.Invalid(place, url.Scheme, $"'https' is the only allowed URL scheme{Form}");
        }

        if (url.Host.Length == 0)
        {
            yield return FieldError.Invalid(place, "", $"host must be specified{Form}");
        }

        if (url.User is { } user)
        {
            yield return FieldError.Invalid(place, user, "user information is not permitted in the URL");
        }

        if (url.Fragment.Length > 0)
        {
            yield return FieldError.Invalid(place, url.Fragment, "fragments are not permitted in the URL");
        }

        if (url.Query.Length > 0)
        {
            yield return FieldError.Invalid(place, url.Query, "query parameters are not permitted in the URL");
        }
    }

    /// <summary>What is wrong with a <c>service</c>, whose port is 443 where it says none.</summary>
    public static IEnumerable<StatusCause> Service(JsonValue service, string place)
    {
        // The server hands name and namespace over in the wrong order, and so names the one for the other.
        if (string.IsNullOrEmpty(service["namespace"u8].AsString()))
        {
            yield return FieldError.Required($"{place}.name");
        }

        if (string.IsNullOrEmpty(service["name"u8].AsString()))
        {
            yield return FieldError.Required($"{place}.namespace");
        }

        if (service["port"u8].TryGetInt64(out long port) && PortNumber.Problems(port) is { Count: > 0 } problems)
        {
            yield return FieldError.Invalid($"{place}.port", port, $"port is not valid: {string.Join(", ", problems)}");
        }

        string path = service["path"u8].AsString() ?? "";
        foreach (string problem in PathProblems(path))
        {
            yield return FieldError.Invalid($"{place}.path", path, problem);
        }
    }

    private static IEnumerable<string> PathProblems(string path)
    {
        if (path is "" or "/")
        {
            yield break;
        }

        if (path == "//")
        {
            yield return "segment[0] may not be empty";
            yield break;
        }

        if (path[0] != '/')
        {
            yield return "must start with a '/'";
        }

        string steps = path[1..];
        foreach ((int index, string step) in (steps.EndsWith('/') ? steps[..^1] : steps).Split('/').Index())
        {
            foreach (string problem in step.Length == 0 ? [" may not be empty"] : DnsSubdomain.Problems(step).Select(problem => $": {problem}"))
            {
                yield return $"segment[{index}]{problem}";
            }
        }
    }
}
