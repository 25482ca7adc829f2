using System.Collections.Immutable;
using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>One method of a path.</summary>
/// <param name="Method">The HTTP method in lower case.</param>
/// <param name="Action">What <c>x-kubernetes-action</c> says: <c>list</c>, <c>deletecollection</c>.</param>
/// <param name="Id">The operation's name.</param>
/// <param name="Description">What it does.</param>
/// <param name="Kind">What <c>x-kubernetes-group-version-kind</c> says.</param>
/// <param name="Parameters">Its parameters, those of the path included.</param>
internal sealed record OpenApiOperation(
    string Method, string Action, string Id, string Description, GroupVersionKind Kind, ImmutableArray<OpenApiParameter> Parameters)
{
    /// <summary>What it is grouped by in documentation: <c>apps_v1</c>.</summary>
    public required string Tag { get; init; }

    /// <summary>The name of the schema of the body; null for no body or one without a known schema.</summary>
    public string? Request { get; init; }

    /// <summary>The name of the schema of the answer; null for one without a known schema.</summary>
    public string? Response { get; init; }

    /// <summary>Whether there is a body.</summary>
    public bool HasBody => Action is "post" or "put" or "patch" or "delete" or "deletecollection";

    /// <summary>Whether the body must be there.</summary>
    public bool NeedsBody => Action is "post" or "put" or "patch";

    /// <summary>The codes of success with their words.</summary>
    public ImmutableArray<(string Code, string Description)> Successes => Action switch
    {
        "post" => [("200", "OK"), ("201", "Created"), ("202", "Accepted")],
        "put" or "patch" => [("200", "OK"), ("201", "Created")],
        "delete" => [("200", "OK"), ("202", "Accepted")],
        _ => [("200", "OK")],
    };
}
