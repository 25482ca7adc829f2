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
            "spec.host", "spec.hostNetwork", "spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName",
            "status.nominatedNodeName", "status.phase", "status.podIP", "status.podIPs",
        ],
        [new("", "nodes")] = ["spec.unschedulable"],
        [new("", "namespaces")] = ["status.phase"],
        [new("", "secrets")] = ["type"],
        [new("", "services")] = ["spec.clusterIP", "spec.type"],
        [new("", "replicationcontrollers")] = ["status.replicas"],
        [new("apps", "replicasets")] = ["status.replicas"],
        [new("batch", "jobs")] = ["status.successful"],
        [new("certificates.k8s.io", "certificatesigningrequests")] = ["spec.signerName"],
        [new("", "events")] = Events("involvedObject.", "reportingComponent"),
        [new("events.k8s.io", "events")] = Events("regarding.", "reportingController"),
    }.ToFrozenDictionary();

    private readonly string[] _fields;
    private readonly bool _isOwn;
    private readonly bool _hasNamespace;

    private SelectableFields(ApiResource resource, string[] fields, bool isOwn)
    {
        _fields = fields;
        _isOwn = isOwn;
        // The rule of all kinds has the field even where objects have no namespace; lists of a kind's own leave it out there.
        _hasNamespace = resource.IsNamespaced || !isOwn;
    }

    /// <summary>The fields of a resource.</summary>
    public static SelectableFields Of(ApiResource resource)
    {
        if (resource.IsCustom)
        {
            return new SelectableFields(
                resource,
                [.. resource.DefinitionVersion["selectableFields"u8].Items().Select(field => (field["jsonPath"u8].AsString() ?? "").TrimStart('.'))],
                isOwn: true);
        }

        return BuiltIn.TryGetValue(resource.GroupResource, out string[]? fields)
            ? new SelectableFields(resource, fields, isOwn: true)
            : new SelectableFields(resource, None, isOwn: false);
    }

    /// <summary>Whether objects can be selected by a field.</summary>
    public bool Contains(string field) => field == "metadata.name" || (field == "metadata.namespace" && _hasNamespace) || _fields.Contains(field);

    /// <summary>Why a field cannot be selected by.</summary>
    public string Refusal(string field) => _isOwn
        ? $"field label not supported: {field}"
        : $"{GoString.Quote(field)} is not a known field selector: only \"metadata.name\", \"metadata.namespace\"";

    /// <summary>The value of a field; empty where the object has none.</summary>
    public static string ValueOf(string field, JsonValue obj)
    {
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
        "spec.host" => "spec.nodeName",
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

    private static string[] Events(string reference, string reporter) =>
        [.. ReferenceMembers.Select(member => reference + member), "reason", reporter, "source", "type"];
}
