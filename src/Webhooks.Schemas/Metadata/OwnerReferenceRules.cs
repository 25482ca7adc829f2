using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Values;

namespace Webhooks.Schemas.Metadata;

/// <summary>The rules of <c>ownerReferences</c>. Source: <c>validation.ValidateOwnerReferences</c>.</summary>
public static class OwnerReferenceRules
{
    private static readonly GroupVersion Core = new("", "v1");
    private static readonly string[] InOrder = ["apiVersion", "kind", "name", "uid", "controller", "blockOwnerDeletion"];

    /// <summary>What is wrong with them, in the server's order.</summary>
    /// <param name="references">The list, decoded.</param>
    /// <param name="path">Its path.</param>
    public static IEnumerable<StatusCause> Check(JsonValue references, string path)
    {
        string controller = "";
        foreach (JsonValue reference in references.Items())
        {
            foreach (StatusCause cause in One(reference, path))
            {
                yield return cause;
            }

            if (reference["controller"u8].Kind != JsonKind.True)
            {
                continue;
            }

            string name = $"{Text(reference, "kind")}/{Text(reference, "name")}";
            if (controller.Length > 0)
            {
                yield return FieldError.Invalid(
                    path,
                    BadValue.Json($"[{string.Join(',', references.Items().Select(Shown))}]"),
                    $"Only one reference can have Controller set to true. Found \"true\" in references for {controller} and {name}");
            }
            else
            {
                controller = name;
            }
        }
    }

    private static IEnumerable<StatusCause> One(JsonValue reference, string path)
    {
        string apiVersion = Text(reference, "apiVersion");
        bool isVersion = GroupVersion.TryParse(apiVersion, out GroupVersion version, out _) && version.Version.Length > 0;
        if (!isVersion)
        {
            yield return FieldError.Invalid($"{path}.apiVersion", apiVersion, "version must not be empty");
        }

        foreach (string member in new[] { "kind", "name", "uid" })
        {
            if (Text(reference, member).Length == 0)
            {
                yield return FieldError.Invalid($"{path}.{member}", "", "must not be empty");
            }
        }

        if (isVersion && version == Core && Text(reference, "kind") == "Event")
        {
            yield return FieldError.Invalid(path, BadValue.Json(Shown(reference)), "/v1, Kind=Event is disallowed from being an owner");
        }
    }

    /// <summary>As Go writes it: the first four always, the others where they are set.</summary>
    private static string Shown(JsonValue reference) => "{" + string.Join(',', InOrder
        .Where((member, index) => index < 4 || !reference[member].IsAbsent)
        .Select(member => $"\"{member}\":{(reference[member].IsAbsent ? "\"\"" : GoJson.Write(reference[member]))}")) + "}";

    private static string Text(JsonValue reference, string name) => reference[name].AsString() ?? "";
}
