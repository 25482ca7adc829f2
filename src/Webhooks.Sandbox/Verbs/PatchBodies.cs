using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Patching;
using Webhooks.Sandbox.Requests;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Reads the bodies of patches.</summary>
internal static class PatchBodies
{
    /// <summary>The patch.</summary>
    /// <param name="call">The call.</param>
    /// <param name="format">The kind of patch.</param>
    /// <param name="isChecked">Whether fields are validated, <c>Strict</c> or <c>Warn</c>.</param>
    /// <param name="duplicates">What a strict reading says of members that stand twice.</param>
    /// <exception cref="StatusException">400: it is no JSON.</exception>
    public static JsonValue Read(ApiCall call, PatchFormat format, bool isChecked, out IReadOnlyList<string> duplicates)
    {
        try
        {
            JsonTree tree = JsonTree.Parse(call.Body, JsonPolicy.Server);
            StrictFindings findings = new();
            UntypedDuplicates.Note(tree.Root, tree.Duplicates.Select(name => name.Row).ToHashSet(), findings);
            duplicates = format == PatchFormat.Json ? [.. findings.Texts.Select(text => "json patch " + text)] : findings.Texts;
            return tree.Root;
        }
        catch (JsonFormatException)
        {
            throw PatchFormats.Malformed(format, isChecked, JsonSyntax.Problem(call.Body.Span) ?? "unexpected end of JSON input");
        }
    }

    /// <summary>The object of a server-side apply, which is YAML; JSON is a part of that.</summary>
    /// <exception cref="StatusException">400: it is no object.</exception>
    public static JsonValue ReadApplied(ApiCall call)
    {
        try
        {
            return RequestBody.ReadYaml(call.Body).Root;
        }
        catch (DecodeException broken)
        {
            throw new StatusException(Status.BadRequest("error decoding YAML: " + broken.Message));
        }
    }
}
