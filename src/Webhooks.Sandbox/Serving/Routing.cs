using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Serving;

/// <summary>Which resource a request is about, and whether it can be asked that.</summary>
/// <remarks>Refusals differ: built-in groups answer a Status, everything else is a page that is not there.</remarks>
internal static class Routing
{
    private const string NoResource = "the server could not find the requested resource";
    private const string NoMethod = "the server does not allow this method on the requested resource";

    /// <summary>404 in plain text.</summary>
    public static Answer PageNotFound { get; } = new Answer.Text(404, "404 page not found\n");

    /// <summary>404 as a Status.</summary>
    public static Status ResourceNotFound { get; } = Status.NotFound(default, "") with { Message = NoResource, Details = new StatusDetails() };

    /// <summary>405 as a Status.</summary>
    public static Status MethodNotAllowed { get; } =
        Status.MethodNotSupported(default, "") with { Message = NoMethod, Details = new StatusDetails() };

    /// <summary>Finds the resource.</summary>
    /// <param name="info">What is asked for.</param>
    /// <param name="kinds">What is served.</param>
    /// <param name="refusal">The answer, where there is none.</param>
    /// <returns>The resource and the subresource that was asked for; <c>null</c> where there is none.</returns>
    public static (ApiResource Resource, ApiSubresource? Subresource)? Find(RequestInfo info, KindTable kinds, out Answer refusal)
    {
        refusal = KindTable.IsBuiltInGroup(info.Group) ? new Answer.Failure(ResourceNotFound) : PageNotFound;
        ApiResource? resource = kinds.Find(info.Gvr);
        if (resource == null || (resource.IsNamespaced && info.Namespace.Length == 0 && info.Name.Length > 0 && !info.IsSelected))
        {
            return null;
        }

        // Over all namespaces there is nothing but to list and watch.
        if (resource.IsNamespaced && info.Namespace.Length == 0 && info.Verb is not ("list" or "watch"))
        {
            refusal = resource.IsCustom ? PageNotFound : new Answer.Failure(MethodNotAllowed);
            return null;
        }

        if (!resource.IsNamespaced && info.Namespace.Length > 0 && info.Plural != "namespaces")
        {
            return null;
        }

        return resource.IsCustom ? FindCustom(info, resource, out refusal) : FindBuiltIn(info, resource, out refusal);
    }

    /// <summary>What is answered where there is no document: built-in groups tell it by a Status.</summary>
    public static Answer MissingPage(RequestInfo info)
    {
        string[] parts = info.Path.Trim('/').Split('/');
        bool isBuiltIn = parts[0] == "api" || (parts[0] == "apis" && parts.Length > 1 && KindTable.IsBuiltInGroup(parts[1]));
        return !isBuiltIn ? PageNotFound : new Answer.Failure(ResourceNotFound);
    }

    private static (ApiResource, ApiSubresource?)? FindBuiltIn(RequestInfo info, ApiResource resource, out Answer refusal)
    {
        refusal = new Answer.Failure(ResourceNotFound);
        ApiSubresource? subresource = info.Subresource.Length == 0 ? null : resource.Find(info.Subresource);
        if (info.Subresource.Length > 0 && subresource == null)
        {
            return null;
        }

        if (info.ExtraSegments > 0 && info.Subresource != "proxy")
        {
            return null;
        }

        refusal = new Answer.Failure(MethodNotAllowed);
        IReadOnlyList<string> verbs = subresource?.Verbs ?? resource.Verbs;
        bool hasName = info.Name.Length > 0 && !info.IsSelected;
        bool fits = info.Verb switch
        {
            "create" => !hasName || subresource != null,
            "update" or "patch" => hasName,
            _ => true,
        };
        return info.Method != "HEAD" && fits && verbs.Contains(info.Verb) ? (resource, subresource) : null;
    }

    private static (ApiResource, ApiSubresource?)? FindCustom(RequestInfo info, ApiResource resource, out Answer refusal)
    {
        ApiSubresource? subresource = info.Subresource.Length == 0 ? null : resource.Find(info.Subresource);
        if (info.Subresource.Length > 0 && (subresource == null || info.ExtraSegments > 0))
        {
            refusal = new Answer.Failure(Status.NotFound(resource.GroupResource, info.Name));
            return null;
        }

        if (info.Verb is "update" or "patch" && info.Name.Length == 0)
        {
            refusal = new Answer.Failure(Status.BadRequest("name must be provided"));
            return null;
        }

        IReadOnlyList<string> verbs = subresource?.Verbs ?? resource.Verbs;
        refusal = new Answer.Failure(Status.MethodNotSupported(resource.GroupResource, info.Verb.Length == 0 ? info.Method.ToLowerInvariant() : info.Verb));
        return info.Method != "HEAD" && verbs.Contains(info.Verb) ? (resource, subresource) : null;
    }
}
