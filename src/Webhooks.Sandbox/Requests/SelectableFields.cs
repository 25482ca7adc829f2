using System.Collections.Frozen;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Requests;

/// <summary>The fields that objects of a kind can be selected by, beside <c>metadata.name</c> and <c>metadata.namespace</c>.</summary>
/// <remarks>Immutable and thread safe. For built-in kinds as <c>pkg/apis/*/v1/conversion.go</c> and the strategies' <c>GetAttrs</c>.</remarks>
internal sealed class SelectableFields
{
    private static readonly string[] None = [];
    private static readonly string[] ReferenceMembers = ["kind", "namespace", "name", "uid", "apiVersion", "resourceVersion", "fieldPath"];

    private static readonly FrozenDictionary<GroupResource, string[]> BuiltIn = new Dictionary<GroupResource, string[]>
    {
        [new("", "pods")] =
        [
            "spec.hostNetwork", "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName",
            "status.nominatedNodeName", "status.phase", "status.podIP", "status.podIPs",
        ],
        [new("", "nodes")] = ["spec.unschedulable"],
        [new("", "namespaces")] = ["status.phase", "name"],
        [new("", "secrets")] = ["type"],
        [new("", "services")] = ["spec.clusterIP", "spec.type"],
        [new("", "replicationcontrollers")] = ["status.replicas"],
        [new("apps", "replicasets")] = ["status.replicas"],
        [new("batch", "jobs")] = ["status.successful"],
        [new("certificates.k8s.io", "certificatesigningrequests")] = ["spec.signerName"],
        [new("", "events")] = Events(["involvedObject.", ""]),
        [new("events.k8s.io", "events")] = Events(["involvedObject.", "regarding."]),
    }.ToFrozenDictionary();

    private readonly string[] _fields;
    private readonly bool _isOwn;

    private SelectableFields(string[] fields, bool isOwn)
    {
        _fields = fields;
        _isOwn = isOwn;
    }

    /// <summary>The fields of a resource.</summary>
    public static SelectableFields Of(ApiResource resource)
    {
        if (resource.IsCustom)
        {
            return new SelectableFields(
                [.. resource.DefinitionVersion["selectableFields"u8].Items().Select(field => (field["jsonPath"u8].AsString() ?? "").TrimStart('.'))],
                isOwn: true);
        }

        return BuiltIn.TryGetValue(resource.GroupResource, out string[]? fields)
            ? new SelectableFields(fields, isOwn: true)
            : new SelectableFields(None, isOwn: false);
    }

    /// <summary>Whether objects can be selected by a field.</summary>
    public bool Contains(string field) => field is "metadata.name" or "metadata.namespace" || _fields.Contains(field);

    /// <summary>Why a field cannot be selected by.</summary>
    public string Refusal(string field) => _isOwn
        ? $"field label not supported: {field}"
        : $"{GoString.Quote(field)} is not a known field selector: only \"metadata.name\", \"metadata.namespace\"";

    /// <summary>The value of a field; empty where the object has none.</summary>
    public static string ValueOf(string field, JsonValue obj)
    {
        if (field == "name")
        {
            return obj["metadata"u8]["name"u8].AsString() ?? "";
        }

        if (field == "status.podIPs")
        {
            return string.Join(',', obj["status"u8]["podIPs"u8].Items().Select(item => item["ip"u8].AsString()));
        }

        JsonValue value = obj;
        foreach (string part in PathOf(field).Split('.'))
        {
            value = value[part];
        }

        return value.Kind switch
        {
            JsonKind.String => value.GetString(),
            JsonKind.Missing or JsonKind.Null => DefaultOf(field),
            _ => value.ToString(),
        };
    }

    /// <summary>Where the value of a field stands in an object as stored.</summary>
    private static string PathOf(string field) => field switch
    {
        "reportingController" => "reportingComponent",
        "source" => "source.component",
        "status.successful" => "status.succeeded",
        _ => field.StartsWith("regarding.", StringComparison.Ordinal) ? "involvedObject." + field["regarding.".Length..] : field,
    };

    private static string DefaultOf(string field) => field switch
    {
        "spec.hostNetwork" or "spec.unschedulable" => "false",
        "status.replicas" or "status.successful" => "0",
        _ => "",
    };

    private static string[] Events(string[] prefixes) =>
    [
        .. prefixes.Where(prefix => prefix.Length > 0).SelectMany(prefix => ReferenceMembers.Select(member => prefix + member)),
        "reason", "reportingComponent", "reportingController", "source", "type",
    ];
}
