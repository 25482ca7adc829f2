using Webhooks.Admission.Reviews;
using Webhooks.Resources.Json;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Admission.Users;

/// <summary>A User as it should become, beside what it is: what rules look at.</summary>
internal sealed class UserChange
{
    private readonly INamespaceLookup? _namespaces;
    private readonly JsonValue _old;
    private MemberLookup? _oldQuota;
    private HashSet<string>? _oldGroups;

    public UserChange(AdmissionRequest request, UserOptions options, INamespaceLookup? namespaces)
    {
        _namespaces = namespaces;
        _old = request.OldObject["spec"u8];
        Options = options;
        JsonValue metadata = request.Object["metadata"u8];
        Spec = request.Object["spec"u8];
        IsNew = request.Operation == AdmissionOperation.Create || request.OldObject.IsAbsent;
        Uid = metadata["uid"u8].AsString() ?? "";
        Name = NameOf(request, metadata);
        string generateName = Name.Length > 0 ? "" : metadata["generateName"u8].AsString() ?? "";
        IsGenerated = generateName.Length > 0;
        LikelyName = IsGenerated ? GeneratedNames.From(generateName, GeneratedNames.Sample) : Name;

        // A status that comes with a new object is dropped; later it is the stored one, whatever was sent.
        string chosen = request.Operation == AdmissionOperation.Create ? "" : StatusOf(request)["namespace"u8].AsString() ?? "";
        Namespace = chosen.Length > 0 ? chosen : options.NamespaceOf(LikelyName);
    }

    /// <summary>The settings.</summary>
    public UserOptions Options { get; }

    /// <summary>What should be.</summary>
    public JsonValue Spec { get; }

    /// <summary>Whether the name, and with it the namespace, is chosen just now: later neither can change, and neither is held against the User.</summary>
    public bool IsNew { get; }

    /// <summary>The User's UID; empty where it has none yet.</summary>
    public string Uid { get; }

    /// <summary>The User's name; empty where it has none yet.</summary>
    public string Name { get; }

    /// <summary>Whether an API server has yet to choose the name, by <c>metadata.generateName</c>.</summary>
    public bool IsGenerated { get; }

    /// <summary>The name, or one such as will be generated.</summary>
    public string LikelyName { get; }

    /// <summary>The namespace: the one that was chosen, else the one that will be; of a generated name, one such as it will be.</summary>
    public string Namespace { get; }

    /// <summary>The field that the name comes from, for causes.</summary>
    public string NameField => IsGenerated ? "metadata.generateName" : "metadata.name";

    /// <summary>Whose that namespace is, where it is there and that is known.</summary>
    public NamespaceFacts? Occupant => _namespaces?.Find(Namespace);

    /// <summary>Whether the subject is what it was.</summary>
    public bool HadSubject(JsonValue subject) => JsonEquality.AreEqual(subject, _old["subject"u8]);

    /// <summary>Whether a group stood there before.</summary>
    public bool HadGroup(string group) => (_oldGroups ??= [.. _old["groups"u8].Items().Select(item => item.AsString() ?? "")]).Contains(group);

    /// <summary>What the quota had under that key; missing where it had nothing.</summary>
    public JsonValue OldAmount(string key) => (_oldQuota ??= new MemberLookup(_old["quota"u8]))[key];

    private static string NameOf(AdmissionRequest request, JsonValue metadata) =>
        metadata["name"u8].AsString() is { Length: > 0 } name ? name : request.Name;

    private static JsonValue StatusOf(AdmissionRequest request) => (request.OldObject.IsAbsent ? request.Object : request.OldObject)["status"u8];
}
