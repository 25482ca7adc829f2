using System.Collections.Immutable;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>How a verb of discovery shows in OpenAPI.</summary>
/// <param name="Verb">The verb: <c>update</c>.</param>
/// <param name="Method">The HTTP method in lower case: <c>put</c>.</param>
/// <param name="Action">What <c>x-kubernetes-action</c> says: <c>put</c>.</param>
/// <param name="Prefix">What names of operations start with: <c>replace</c>.</param>
internal sealed record VerbOperation(string Verb, string Method, string Action, string Prefix)
{
    private static readonly ImmutableArray<VerbOperation> All =
    [
        new("get", "get", "get", "read"),
        new("list", "get", "list", "list"),
        new("create", "post", "post", "create"),
        new("update", "put", "put", "replace"),
        new("patch", "patch", "patch", "patch"),
        new("delete", "delete", "delete", "delete"),
        new("deletecollection", "delete", "deletecollection", "delete"),
    ];

    /// <summary>The operation of a verb.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The verb has none of its own, such as <c>watch</c>.</exception>
    public static VerbOperation Of(string verb) => All.FirstOrDefault(known => known.Verb == verb)
        ?? throw new ArgumentOutOfRangeException(nameof(verb), verb, "no operation of OpenAPI belongs to this verb");

    /// <summary>The query parameters that it takes besides <c>pretty</c>.</summary>
    public ImmutableArray<OpenApiParameter> Parameters(bool isCustom) => Verb switch
    {
        "get" => isCustom ? OptionParameters.Get : [],
        "list" => OptionParameters.List,
        "create" => OptionParameters.Create,
        "update" => OptionParameters.Update,
        "patch" => OptionParameters.Patch,
        "delete" => OptionParameters.Delete,
        _ when isCustom => OptionParameters.List,
        _ => [.. OptionParameters.List.Where(parameter => parameter.Name is not ("watch" or "allowWatchBookmarks")).UnionBy(OptionParameters.Delete, parameter => parameter.Name)],
    };

    /// <summary>What it does to a kind or to a subresource of it.</summary>
    public string Describe(string kind, string subresource)
    {
        string part = subresource.Length == 0 ? "" : $" {subresource} of";
        return Verb switch
        {
            "list" => $"list or watch{part} objects of kind {kind}",
            "get" => $"read{part} the specified {kind}",
            "update" => $"replace{part} the specified {kind}",
            "patch" => $"partially update{part} the specified {kind}",
            "deletecollection" => $"delete collection of {kind}",
            _ => $"{Verb}{part} {(kind[0] is 'A' or 'E' or 'I' or 'O' or 'U' ? "an" : "a")} {kind}",
        };
    }
}
