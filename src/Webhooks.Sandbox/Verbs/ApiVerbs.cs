using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Reviews;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Subresources;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Everything that can be asked of a resource.</summary>
internal sealed class ApiVerbs
{
    private readonly GetVerb _get;
    private readonly ListVerb _list;
    private readonly CreateVerb _create;
    private readonly UpdateVerb _update;
    private readonly PatchVerb _patch;
    private readonly DeleteVerb _delete;
    private readonly DeleteCollectionVerb _deleteCollection;
    private readonly Definitions _definitions;
    private readonly AccessControl _access;
    private readonly SubresourceVerbs _subresources;

    /// <summary>The verbs of a cluster.</summary>
    public ApiVerbs(Cluster cluster, AccessControl access)
    {
        _access = access;
        ObjectForms forms = new();
        Gatekeeping gates = new(cluster, access);
        _definitions = new Definitions(cluster);
        Replacing replacing = new(cluster, forms, gates);
        _get = new GetVerb(cluster);
        _list = new ListVerb(cluster);
        _create = new CreateVerb(cluster, forms, gates);
        _update = new UpdateVerb(cluster, replacing, _create, gates);
        _patch = new PatchVerb(cluster, replacing, _create, gates);
        _delete = new DeleteVerb(cluster);
        _subresources = new SubresourceVerbs(cluster, access, replacing, _delete);
        _deleteCollection = new DeleteCollectionVerb(cluster, _delete);
    }

    /// <summary>Does what a call asks for.</summary>
    /// <exception cref="StatusException">It is refused.</exception>
    public async Task<Answer> Run(ApiCall call, CancellationToken cancellation) => _subresources.Run(call) ?? call.Verb switch
    {
        "get" => await _get.Run(call, cancellation),
        "list" => await _list.Run(call, cancellation),
        "watch" => Watch(call),
        _ => Write(call),
    };

    /// <summary>Serves what the stored definitions say, after they have changed otherwise than by a call.</summary>
    public void SyncDefinitions() => _definitions.Sync();

    private Answer Write(ApiCall call)
    {
        Answer answer = call.Verb switch
        {
            "create" when AccessReviews.Answers(call.Resource.GroupResource) => Review(call),
            "create" => _create.Run(call),
            "update" => _update.Run(call),
            "patch" => _patch.Run(call),
            "delete" => _delete.Run(call),
            "deletecollection" => _deleteCollection.Run(call),
            _ => throw new StatusException(Status.MethodNotSupported(call.Resource.GroupResource, call.Verb)),
        };
        if (call.StoredAs == Definitions.Resource)
        {
            _definitions.Sync();
        }

        return answer;
    }

    private Answer.Object Review(ApiCall call)
    {
        DecodedObject decoded = ObjectForms.Decode(call, WriteOptions.Read(call.Query, "CreateOptions"));
        JsonValue review = _access.Reviews.Answer(call.Resource.GroupResource, decoded.Object, call.Namespace, call.Caller);
        return new Answer.Object(201, call.Resource, call.Resource.Gvk, ObjectType.WriteWithout(new JsonDraft(review))) { Warnings = decoded.Warnings };
    }

    private static Answer.Stream Watch(ApiCall call)
    {
        ListOptions options = ListOptions.Read(call.Query, isWatch: true);
        if (call.Name.Length > 0)
        {
            // The path of one object, as watches had it before field selectors.
            options = options with { Fields = FieldSelector.Of([.. options.Fields.Terms, new FieldTerm("metadata.name", IsEqual: true, call.Name)]) };
        }

        ObjectFilter filter = ObjectFilter.Of(call.Resource, options);
        return new Answer.Stream(call, options, filter, options.ResourceVersion.Length == 0 ? 0 : GetVerb.ReadVersion(options.ResourceVersion));
    }
}
