using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Verbs;
using Webhooks.Schemas.Decoding;

namespace Webhooks.Sandbox.Subresources;

/// <summary>What can be asked of the parts of objects that are more than another way to write them.</summary>
internal sealed class SubresourceVerbs(Cluster cluster, AccessControl access, Replacing replacing, DeleteVerb delete)
{
    private readonly ScaleVerbs _scales = new(cluster, replacing);
    private readonly Bindings _bindings = new(cluster);
    private readonly Evictions _evictions = new(cluster, delete);

    /// <summary>The answer to a call; <c>null</c> where the subresource is the object itself, written in part.</summary>
    public Answer? Run(ApiCall call) => (call.Resource.Plural, call.Subresource?.Name, call.Verb) switch
    {
        (_, "scale", _) => _scales.Run(call),
        ("pods", "binding", "create") or ("bindings", null, "create") => _bindings.Run(call),
        ("pods", "eviction", "create") => _evictions.Run(call),
        ("serviceaccounts", "token", "create") => Token(call),
        ("pods", "log", "get") => Log(call),
        ("pods", "exec" or "attach" or "portforward", _) => Connect(call),
        (_, "proxy", _) => throw new StatusException(Status.ServiceUnavailable("nothing runs here that could be reached")),
        _ => null,
    };

    private Answer.Object Token(ApiCall call)
    {
        DecodedObject decoded = ObjectForms.Decode(call, WriteOptions.Read(call.Query, "CreateOptions"));
        JsonValue token = access.TokenRequests.Answer(new ServiceAccountName(call.Namespace, call.Name), decoded.Object);
        return new Answer.Object(201, call.Resource, call.Subresource!.Kind, ObjectType.WriteWithout(new JsonDraft(token)));
    }

    private Answer Log(ApiCall call) => NodeOf(call).Length == 0
        ? new Answer.Empty(204)
        : new Answer.Text(200, "");

    private Answer Connect(ApiCall call) => throw new StatusException(NodeOf(call).Length == 0
        ? Status.BadRequest($"pod {call.Name} does not have a host assigned")
        : Status.InternalError("error dialing backend: no process runs in this pod"));

    private string NodeOf(ApiCall call)
    {
        StoredObject pod = cluster.Store.Find(call.StoredAs, call.Key) ?? throw new StatusException(call.NotFound());
        return pod.Read()["spec"u8]["nodeName"u8].AsString() ?? "";
    }
}
