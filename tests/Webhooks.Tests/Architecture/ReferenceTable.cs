namespace Webhooks.Tests.Architecture;

/// <summary>
/// Which project may reference which. A project is justified by a reference that it forbids: who adds a
/// project adds its row here and says in <c>docs/architecture.md</c> what it keeps out.
/// </summary>
internal static class ReferenceTable
{
    private static readonly string[] Network = ["System.Net.Http", "System.Net.Sockets", "System.Net.Security", "System.Net.WebSockets"];
    private static readonly string[] Web = ["Microsoft.AspNetCore"];

    private static readonly Dictionary<string, Row> Rows = new()
    {
        // Pure: trees in, values out.
        ["Webhooks.Resources"] = new([], [.. Network, .. Web]),
        ["Webhooks.Schemas"] = new(["Webhooks.Resources"], [.. Network, .. Web]),
        ["Webhooks.Admission"] = new(["Webhooks.Resources", "Webhooks.Schemas"], [.. Network, .. Web]),
        // Speaks to an API server, serves nothing.
        ["Webhooks.Client"] = new(["Webhooks.Resources"], Web),
        ["Webhooks.Controllers"] = new(["Webhooks.Client", "Webhooks.Admission", "Webhooks.Resources"], Web),
        // Never Client or Admission, so that it cannot share their misreadings.
        ["Webhooks.Sandbox"] = new(["Webhooks.Resources", "Webhooks.Schemas"], []),
        // The composition root.
        ["Webhooks.Server"] = new(
            [
                "Webhooks.Resources", "Webhooks.Schemas", "Webhooks.Admission",
                "Webhooks.Client", "Webhooks.Controllers", "Webhooks.Sandbox",
            ],
            []),
    };

    /// <summary>What is wrong with a project's references.</summary>
    /// <param name="project">The project's name.</param>
    /// <param name="ours">The projects of this repository that it references.</param>
    /// <param name="others">The assemblies, packages and frameworks of others that it references.</param>
    public static IEnumerable<string> Check(string project, IEnumerable<string> ours, IEnumerable<string> others)
    {
        if (!Rows.TryGetValue(project, out Row? row))
        {
            return [$"{project} has no row in the reference table: add it, or put the code into a project that has one."];
        }

        return
        [
            .. ours.Where(reference => !row.MayReference.Contains(reference))
                .Select(reference => $"{project} may not reference {reference}."),
            .. others.Where(reference => row.MayNotUse.Any(forbidden => IsOrStartsWith(reference, forbidden)))
                .Select(reference => $"{project} may not use {reference}."),
        ];
    }

    /// <summary>What of a test project's references could open a socket. Of <c>System.Net.Http</c> that depends on the type.</summary>
    public static IEnumerable<string> CheckOffline(string project, IEnumerable<string> others) =>
        others
            .Where(reference => reference.StartsWith("System.Net.", StringComparison.Ordinal) && reference is not ("System.Net.Primitives" or "System.Net.Http")
                || (IsOrStartsWith(reference, "Microsoft.AspNetCore") && reference is not "Microsoft.AspNetCore.JsonPatch"))
            .Select(reference => $"{project} may not use {reference}: tests that open a socket belong to Webhooks.FunctionalTests.");

    /// <summary>Which of the types of <c>System.Net.Http</c> that a test project uses could open a socket: all but words and failures.</summary>
    public static IEnumerable<string> CheckWords(string project, IEnumerable<string> types) =>
        types.Where(type => type is not ("HttpMethod" or "HttpRequestException" or "HttpRequestError"))
            .Select(type => $"{project} may not use {type}: tests that open a socket belong to Webhooks.FunctionalTests.");

    private static bool IsOrStartsWith(string reference, string name) =>
        reference == name || reference.StartsWith(name + ".", StringComparison.Ordinal);

    private sealed record Row(IReadOnlyList<string> MayReference, IReadOnlyList<string> MayNotUse);
}
