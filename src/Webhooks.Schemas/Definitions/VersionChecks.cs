using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;
using Webhooks.Resources.Names;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Definitions;

/// <summary>Whether the versions of a definition fit together, and each in itself.</summary>
internal static class VersionChecks
{
    private const int MostWarningBytes = 256;

    /// <summary>What is wrong with versions, but for their schemas.</summary>
    public static IEnumerable<StatusCause> Run(Definition definition, FieldPlace place)
    {
        IReadOnlyList<DefinitionVersion> versions = definition.Versions;
        FieldPlace all = place.Member("versions");
        for (int i = 0; i < versions.Count; i++)
        {
            foreach (StatusCause cause in Check(versions[i], all.Item(i)))
            {
                yield return cause;
            }
        }

        if (versions.DistinctBy(version => version.Name).Count() != versions.Count)
        {
            yield return FieldError.Invalid(all.ToString(), Show(definition), "must contain unique version names");
        }

        if (versions.Count(version => version.IsStorage) != 1)
        {
            yield return FieldError.Invalid(all.ToString(), Show(definition), "must have exactly one version marked as storage version");
        }

        // The first version's name is that of spec.version, which only the server knows of.
        if (versions is [var first, ..])
        {
            foreach (StatusCause cause in NameChecks.Label(first.Json["name"u8], place.Member("version")))
            {
                yield return cause;
            }
        }
    }

    private static IEnumerable<StatusCause> Check(DefinitionVersion version, FieldPlace place)
    {
        if (Dns1035Label.Problems(version.Name) is { Count: > 0 } problems)
        {
            yield return FieldError.Invalid(place.Member("name").ToString(), version.Name, string.Join(',', problems));
        }

        foreach (string problem in WarningProblems(version))
        {
            // The server holds it by a pointer, and what is behind one is shown as JSON.
            BadValue shown = BadValue.Json(GoJson.Write(version.Json["deprecationWarning"u8]));
            yield return FieldError.Invalid(place.Member("deprecationWarning").ToString(), shown, problem);
        }

        IEnumerable<StatusCause> rest =
        [
            .. SubresourceChecks.Subresources(version.Subresources, place.Member("subresources")),
            .. SubresourceChecks.Columns(version.Columns, place.Member("additionalPrinterColumns")),
        ];
        foreach (StatusCause cause in rest)
        {
            yield return cause;
        }
    }

    private static IEnumerable<string> WarningProblems(DefinitionVersion version)
    {
        if (version.DeprecationWarning is not { } warning)
        {
            yield break;
        }

        if (!version.IsDeprecated)
        {
            yield return "can only be set for deprecated versions";
            yield break;
        }

        if (Encoding.UTF8.GetByteCount(warning) > MostWarningBytes)
        {
            yield return "must be <= 256 characters long";
        }

        if (warning.Length == 0)
        {
            yield return "must not be an empty string";
        }

        int at = 0;
        foreach (Rune rune in warning.EnumerateRunes())
        {
            // What is quoted as it is can be printed; so can the two that quoting needs.
            if (rune.Value is not ('"' or '\\') && GoString.Quote(rune.ToString()) != $"\"{rune}\"")
            {
                yield return $"must only contain printable UTF-8 characters; non-printable character found at index {at}";
                yield break;
            }

            at += rune.Utf8SequenceLength;
        }
    }

    private static BadValue Show(Definition definition) =>
        definition.Spec["versions"u8].IsAbsent ? default : BadValue.Json(InternalText.Of(definition.Versions, SchemaOf));

    private static Schema? SchemaOf(DefinitionVersion version) => version.Schema["openAPIV3Schema"u8] is { IsAbsent: false } json
        ? SchemaReader.ReadCustomResource(json, "", keepsSource: true).Schema
        : null;
}
