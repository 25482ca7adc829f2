using System.Collections.Immutable;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>The paths of a resource, with what can be done at each.</summary>
internal sealed class ResourcePaths
{
    private readonly ApiResource _resource;
    private readonly SchemaNames _names;

    private ResourcePaths(ApiResource resource, SchemaNames names) => (_resource, _names) = (resource, names);

    /// <summary>The paths of that resource and its subresources; watch paths of old, which nobody should use, are left out.</summary>
    public static IEnumerable<OpenApiPath> Of(ApiResource resource, SchemaNames names) => new ResourcePaths(resource, names).All();

    private string Tag => OperationName.TagOf(_resource.Group, _resource.Version);

    private List<OpenApiPath> All()
    {
        string root = _resource.Group.Length == 0 ? $"/api/{_resource.Version}" : $"/apis/{_resource.Group}/{_resource.Version}";
        string collection = $"{root}{(_resource.IsNamespaced ? "/namespaces/{namespace}" : "")}/{_resource.Plural}";
        List<OpenApiPath> paths = [];
        if (_resource.IsNamespaced && _resource.Verbs.Contains("list"))
        {
            paths.Add(new($"{root}/{_resource.Plural}", [Operation("list", "", "ForAllNamespaces", isNamespaced: false)]));
        }

        Add(paths, collection, ["list", "create", "deletecollection"]);
        Add(paths, collection + "/{name}", ["get", "update", "delete", "patch"]);
        paths.AddRange(_resource.Subresources.Select(subresource => new OpenApiPath(
            $"{collection}/{{name}}/{subresource.Name}",
            [.. subresource.Verbs.Select(verb => OfSubresource(subresource, verb))])));
        return paths;
    }

    private void Add(List<OpenApiPath> paths, string path, string[] verbs)
    {
        ImmutableArray<OpenApiOperation> operations =
            [.. verbs.Where(verb => _resource.Verbs.Contains(verb)).Select(verb => Operation(verb, "", "", _resource.IsNamespaced))];
        if (!operations.IsEmpty)
        {
            paths.Add(new(path, operations));
        }
    }

    private OpenApiOperation OfSubresource(ApiSubresource subresource, string verb)
    {
        bool isConnection = subresource.Kind.Kind.EndsWith("Options", StringComparison.Ordinal);
        OpenApiOperation operation = isConnection
            ? Connection(subresource, verb)
            : Operation(verb, subresource.Name, "", _resource.IsNamespaced);
        string? schema = isConnection ? null : _names.Of(subresource.Kind);
        return operation with
        {
            Kind = _resource.IsCustom ? _resource.Gvk : subresource.Kind,
            Request = operation.Action == "patch" ? operation.Request : operation.HasBody ? schema : null,
            Response = schema,
        };
    }

    private OpenApiOperation Connection(ApiSubresource subresource, string verb)
    {
        string method = VerbOperation.Of(verb).Method;
        string rest = OperationName.Title(method) + Subject(subresource.Name, "", _resource.IsNamespaced);
        return new(
            method,
            "connect",
            OperationName.Of("connect", _resource.Group, _resource.Version, rest),
            $"connect {method.ToUpperInvariant()} requests to {subresource.Name} of {_resource.Kind}",
            subresource.Kind,
            Placed(hasName: true, _resource.IsNamespaced))
        {
            Tag = Tag,
        };
    }

    private OpenApiOperation Operation(string verb, string subresource, string suffix, bool isNamespaced)
    {
        VerbOperation known = VerbOperation.Of(verb);
        string rest = (verb == "deletecollection" ? "Collection" : "") + Subject(subresource, suffix, isNamespaced);
        bool hasName = subresource.Length > 0 || verb is "get" or "update" or "delete" or "patch";
        return new(
            known.Method,
            known.Action,
            OperationName.Of(known.Prefix, _resource.Group, _resource.Version, rest),
            known.Describe(_resource.Kind, subresource),
            _resource.Gvk,
            [.. known.Parameters(_resource.IsCustom), OpenApiParameter.Pretty, .. Placed(hasName, isNamespaced)])
        {
            Tag = Tag,
            Request = verb switch
            {
                "patch" => _names.OfMeta("Patch"),
                "delete" or "deletecollection" => _names.OfMeta("DeleteOptions"),
                "create" or "update" => _names.Of(_resource.Gvk),
                _ => null,
            },
            Response = verb switch
            {
                "list" => _names.Of(_resource.Gvk with { Kind = _resource.ListKind }),
                "delete" or "deletecollection" => _names.OfMeta("Status"),
                _ => _names.Of(_resource.Gvk),
            },
        };
    }

    private string Subject(string subresource, string suffix, bool isNamespaced) =>
        (isNamespaced ? "Namespaced" : "") + _resource.Kind + OperationName.Title(subresource) + suffix;

    private ImmutableArray<OpenApiParameter> Placed(bool hasName, bool isNamespaced) =>
    [
        .. hasName ? [new OpenApiParameter("name", "path", "string", $"name of the {_resource.Kind}")] : ImmutableArray<OpenApiParameter>.Empty,
        .. isNamespaced ? [OpenApiParameter.Namespace] : ImmutableArray<OpenApiParameter>.Empty,
    ];
}
