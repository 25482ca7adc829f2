using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Patching;

/// <summary>Which kind of patch a media type asks for, and how malformed ones are refused.</summary>
internal static class PatchFormats
{
    private const string Prefix = "error decoding patch: ";

    private static readonly (string MediaType, PatchFormat Format)[] Known =
    [
        ("application/json-patch+json", PatchFormat.Json),
        ("application/merge-patch+json", PatchFormat.Merge),
        ("application/strategic-merge-patch+json", PatchFormat.Strategic),
        ("application/apply-patch+yaml", PatchFormat.Apply),
    ];

    /// <summary>The kind of patch that a Content-Type asks for.</summary>
    /// <param name="contentType">The header, parameters included; <c>null</c> for none.</param>
    /// <param name="isCustom">Whether the resource is a custom one: those know no strategic merge.</param>
    /// <exception cref="StatusException">
    /// 415. The types are named that are taken; of built-in resources a router refuses before that, which looks less closely.
    /// </exception>
    public static PatchFormat Of(string? contentType, bool isCustom)
    {
        contentType ??= "";
        if (!isCustom && !contentType.Split(',').Any(type => Known.Any(known => type.Split(';')[0].Trim(' ') == known.MediaType)))
        {
            throw new StatusException(Status.UnsupportedMediaType("415: Unsupported Media Type") with { Details = new StatusDetails() });
        }

        int parameters = contentType.IndexOf(';', StringComparison.Ordinal);
        string mediaType = parameters > 0 ? contentType[..parameters] : contentType;
        (string MediaType, PatchFormat Format)[] taken = [.. Known.Where(known => !isCustom || known.Format != PatchFormat.Strategic)];
        int index = Array.FindIndex(taken, known => known.MediaType == mediaType);
        return index >= 0 ? taken[index].Format : throw new StatusException(Status.UnsupportedMediaType(
            "the body of the request was in an unknown format - accepted media types include: " + string.Join(", ", taken.Select(known => known.MediaType))));
    }

    /// <summary>400: the body is no patch of that kind.</summary>
    /// <param name="format">The kind of patch.</param>
    /// <param name="isChecked">Whether fields are validated, <c>Strict</c> or <c>Warn</c>: another decoder reads it then.</param>
    /// <param name="problem">What is wrong, in the words of Go's decoder of JSON or, of an apply, YAML: <c>unexpected end of JSON input</c>.</param>
    public static StatusException Malformed(PatchFormat format, bool isChecked, string problem) =>
        new(Status.BadRequest(format switch
        {
            PatchFormat.Strategic => problem,
            PatchFormat.Apply => "error decoding YAML: " + problem,
            PatchFormat.Merge when !isChecked => MergePatching.NoPatch,
            _ when !isChecked => problem,
            _ => Prefix + problem,
        }));
}
