using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Validation;

/// <summary>The rules of <c>metadata.ownerReferences</c>.</summary>
internal static class OwnerRules
{
    private const string Field = "metadata.ownerReferences";
    private static readonly string[] InOrder = ["apiVersion", "kind", "name", "uid", "controller", "blockOwnerDeletion"];

    /// <summary>Looks at them.</summary>
    public static void Check(JsonValue references, List<StatusCause> causes)
    {
        string controller = "";
        foreach (JsonValue reference in references.Items())
        {
            One(reference, causes);
            if (reference["controller"u8].Kind == JsonKind.True)
            {
                string name = $"{Text(reference, "kind")}/{Text(reference, "name")}";
                if (controller.Length > 0)
                {
                    causes.Add(FieldError.Invalid(
                        Field,
                        BadValue.Json($"[{string.Join(',', references.Items().Select(Shown))}]"),
                        $"Only one reference can have Controller set to true. Found \"true\" in references for {controller} and {name}"));
                }
                else
                {
                    controller = name;
                }
            }
        }
    }

    private static void One(JsonValue reference, List<StatusCause> causes)
    {
        string kind = Text(reference, "kind");
        string apiVersion = Text(reference, "apiVersion");
        bool isVersion = GroupVersion.TryParse(apiVersion, out GroupVersion version, out _) && version.Version.Length > 0;
        if (!isVersion)
        {
            causes.Add(FieldError.Invalid(Field + ".apiVersion", apiVersion, "version must not be empty"));
        }

        foreach (string member in new[] { "kind", "name", "uid" })
        {
            if (Text(reference, member).Length == 0)
            {
                causes.Add(FieldError.Invalid($"{Field}.{member}", "", "must not be empty"));
            }
        }

        if (isVersion && version == new GroupVersion("", "v1") && kind == "Event")
        {
            causes.Add(FieldError.Invalid(Field, BadValue.Json(Shown(reference)), "/v1, Kind=Event is disallowed from being an owner"));
        }
    }

    /// <summary>As Go writes it: the first four always, the others where they are set.</summary>
    private static string Shown(JsonValue reference) => "{" + string.Join(',', InOrder
        .Where((member, index) => index < 4 || !reference[member].IsAbsent)
        .Select(member => $"\"{member}\":{(reference[member].IsAbsent ? "\"\"" : reference[member].ToString())}")) + "}";

    private static string Text(JsonValue reference, string name) => reference[name].AsString() ?? "";
}
