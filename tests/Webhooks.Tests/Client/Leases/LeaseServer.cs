using System.Text.Json.Nodes;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;
using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;

namespace Webhooks.Tests.Client.Leases;

/// <summary>One Lease, as kube-apiserver has it: versions, uids, conflicts, writes that change nothing, and the form of its fields.</summary>
internal sealed class LeaseServer
{
    private int _version;
    private int _uid;

    /// <summary>What is stored; <c>null</c>: nothing.</summary>
    public JsonNode? Lease { get; private set; }

    public string Holder => (string?)Lease?["spec"]?["holderIdentity"] ?? "";

    /// <summary>Stores a Lease as others would have made it.</summary>
    public void Store(string? json)
    {
        Lease = json == null ? null : JsonNode.Parse(json);
        if (Lease != null)
        {
            Lease["metadata"] ??= new JsonObject();
            Lease["metadata"]!["uid"] ??= $"uid-{++_uid}";
            Lease["metadata"]!["resourceVersion"] = $"{++_version}";
        }
    }

    /// <summary>What a request is answered.</summary>
    /// <exception cref="KubernetesApiException">A refusal.</exception>
    public byte[] Answer(ApiRequest request) => request.Verb switch
    {
        "get" => Lease == null ? throw Refusal(404, StatusReason.NotFound) : Bytes(),
        "create" => Create(Parsed(request)),
        "update" => Update(Parsed(request)),
        _ => throw Refusal(405, StatusReason.MethodNotAllowed),
    };

    private static KubernetesApiException Refusal(int code, StatusReason reason) => new(new Status { Code = code, Reason = reason, Message = $"refused: {reason}" });

    private static JsonNode Parsed(ApiRequest request)
    {
        JsonNode lease = JsonNode.Parse(request.Body.Span)!;
        JsonNode spec = lease["spec"]!;
        bool isValid = (string?)lease["kind"] == "Lease" && (int)spec["leaseDurationSeconds"]! > 0 && (int)spec["leaseTransitions"]! >= 0
            && GoTime.Parse((string)spec["acquireTime"]!, GoTime.Micro, out _) == null && GoTime.Parse((string)spec["renewTime"]!, GoTime.Micro, out _) == null;
        return isValid && request.ContentType == "application/json" ? lease : throw Refusal(422, StatusReason.Invalid);
    }

    private byte[] Create(JsonNode lease)
    {
        if (Lease != null)
        {
            throw Refusal(409, StatusReason.AlreadyExists);
        }

        Store(lease.ToJsonString());
        return Bytes();
    }

    private byte[] Update(JsonNode lease)
    {
        string version = (string)lease["metadata"]!["resourceVersion"]!;
        if (Lease == null || (string)lease["metadata"]!["uid"]! != (string)Lease["metadata"]!["uid"]! || version != (string)Lease["metadata"]!["resourceVersion"]!)
        {
            throw Refusal(409, StatusReason.Conflict);
        }

        if (!JsonNode.DeepEquals(lease, Lease))
        {
            Store(lease.ToJsonString());
        }

        return Bytes();
    }

    private byte[] Bytes() => System.Text.Encoding.UTF8.GetBytes(Lease!.ToJsonString());
}
