using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Patching;

/// <summary>JSON patches as the API server applies them, which is not quite RFC 6902.</summary>
/// <remarks>
/// Source: evanphx/json-patch v4.12. Where it differs from <see cref="Resources.Patches.JsonPatch"/>: <c>replace</c> of an
/// absent member adds it; <c>add</c> without value, and <c>copy</c> of an absent member, add null; an absent member passes a
/// test for null; indices may be negative, with sign or leading zeros; scalars are compared as they are spelled.
/// </remarks>
internal static class JsonPatching
{
    private const int MostOperations = 10_000;

    /// <summary>What the patch makes of <paramref name="current"/>; not always an object.</summary>
    /// <param name="current">The stored object.</param>
    /// <param name="patch">The body's value.</param>
    /// <param name="isChecked">Whether fields are validated, <c>Strict</c> or <c>Warn</c>: another decoder reads the patch then.</param>
    /// <param name="findings">What that decoder complains of without refusing it: <c>json patch unknown field "[0].x"</c>.</param>
    /// <exception cref="StatusException">400 for what is no patch, 413 for too many operations, 422 for one that fails.</exception>
    public static JsonValue Apply(JsonValue current, JsonValue patch, bool isChecked, out IReadOnlyList<string> findings)
    {
        findings = JsonPatchDecoding.Check(patch, isChecked);
        if (patch.Count > MostOperations)
        {
            throw new StatusException(Status.RequestEntityTooLarge(
                $"The allowed maximum operations in a JSON patch is {MostOperations}, got {patch.Count}"));
        }

        JsonPatchRun run = new(current);
        JsonCursor operations = new(patch);
        while (operations.MoveNext())
        {
            if (!run.TryDo(operations.Value))
            {
                throw PatchRefusals.Failed();
            }
        }

        try
        {
            return run.Result.Freeze(JsonPolicy.Server);
        }
        catch (JsonFormatException)
        {
            // Too deep or too large to be decoded again.
            throw PatchRefusals.Failed();
        }
    }
}
