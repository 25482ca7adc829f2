using Webhooks.Resources.Json;
using Webhooks.Schemas;

namespace Webhooks.Tests.Schemas.Definitions;

/// <summary>Definitions, and what is wrong with them.</summary>
internal static class Defined
{
    /// <summary>What the paths of a schema begin with.</summary>
    public const string Place = "spec.validation.openAPIV3Schema";

    /// <summary>A definition of one version.</summary>
    /// <param name="schema">Its schema.</param>
    /// <param name="version">More members of the version.</param>
    /// <param name="spec">More members of <c>spec</c>.</param>
    public static JsonValue Crd(string schema, string version = "", string spec = "") =>
        Of($$"""{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{{schema}} }{{Also(version)}} }""", spec);

    /// <summary>A definition with versions.</summary>
    public static JsonValue Of(string versions, string spec = "") => JsonTree.Parse(
        $$"""
        {"metadata":{"name":"widgets.example.com"},
         "spec":{"group":"example.com","scope":"Namespaced","names":{"plural":"widgets","singular":"widget","kind":"Widget","listKind":"WidgetList"},
         "versions":[{{versions}}]{{Also(spec)}} } }
        """,
        JsonPolicy.Server).Root;

    /// <summary>An object's schema with one property, <c>v</c>.</summary>
    public static string WithProperty(string schema) => $$"""{"type":"object","properties":{"v":{{schema}} } }""";

    /// <summary>What is wrong, as the server lists it, with the reason of each.</summary>
    public static IEnumerable<string> Causes(JsonValue crd) => CrdChecks.OnCreate(crd).Causes.Select(cause => $"{cause.Reason} {cause}");

    /// <summary>What is wrong with a property, whose path is <c>v</c> here.</summary>
    public static IEnumerable<string> CausesOfProperty(string schema) =>
        CrdChecks.OnCreate(Crd(WithProperty(schema))).Causes.Select(cause => cause.ToString().Replace($"{Place}.properties[v]", "v", StringComparison.Ordinal));

    private static string Also(string members) => members.Length > 0 ? $",{members}" : "";
}
