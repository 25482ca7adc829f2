using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Reviews;

/// <summary>A request as an API server sends it, and the version of the protocol that its answer must have.</summary>
/// <param name="ApiVersion"><c>admission.k8s.io/v1</c> or <c>admission.k8s.io/v1beta1</c>.</param>
/// <param name="Request">What is to be decided about.</param>
public sealed record AdmissionReview(string ApiVersion, AdmissionRequest Request)
{
    /// <summary>The version of today.</summary>
    public const string V1 = "admission.k8s.io/v1";

    /// <summary>The version before 1.16, answered in kind.</summary>
    public const string V1Beta1 = "admission.k8s.io/v1beta1";

    /// <summary>An API server's are 36 characters long; each answer and log line repeats it.</summary>
    private const int MostUidCharacters = 128;

    /// <summary>True for an object that says it is an AdmissionReview, of whatever version.</summary>
    public static bool IsReview(JsonValue value) => value["kind"u8].TextEquals("AdmissionReview"u8);

    /// <summary>Reads a review.</summary>
    /// <param name="root">The document; the request's objects refer to it.</param>
    /// <exception cref="ReviewFormatException">It is no AdmissionReview, of no known version, or without a request.</exception>
    public static AdmissionReview Read(JsonValue root)
    {
        if (!IsReview(root))
        {
            throw new ReviewFormatException("kind: must be AdmissionReview");
        }

        JsonValue version = root["apiVersion"u8];
        string apiVersion = version.TextEquals("admission.k8s.io/v1"u8) ? V1
            : version.TextEquals("admission.k8s.io/v1beta1"u8) ? V1Beta1
            : throw new ReviewFormatException($"apiVersion: must be {V1} or {V1Beta1}");
        JsonValue request = root["request"u8];
        if (request.Kind != JsonKind.Object)
        {
            throw new ReviewFormatException("request: must be an object");
        }

        string uid = Text(request, "uid", "request.uid");
        return uid.Length switch
        {
            0 => throw new ReviewFormatException("request.uid: must not be empty"),
            > MostUidCharacters => throw new ReviewFormatException($"request.uid: longer than {MostUidCharacters} characters"),
            _ => new AdmissionReview(apiVersion, ReadRequest(request, uid)),
        };
    }

    private static AdmissionRequest ReadRequest(JsonValue request, string uid)
    {
        JsonValue kind = request["kind"u8];
        if (kind.Kind != JsonKind.Object)
        {
            throw new ReviewFormatException("request.kind: must be an object");
        }

        return new AdmissionRequest(
            uid,
            new GroupVersionKind(
                Text(kind, "group", "request.kind.group"), Text(kind, "version", "request.kind.version"), Text(kind, "kind", "request.kind.kind")),
            Text(request, "subResource", "request.subResource"),
            ReadOperation(request["operation"u8]),
            Text(request, "name", "request.name"),
            Text(request, "namespace", "request.namespace"),
            Object(request["object"u8], "request.object"),
            Object(request["oldObject"u8], "request.oldObject"),
            request["dryRun"u8].Kind == JsonKind.True)
        {
            UserInfo = request["userInfo"u8],
        };
    }

    private static AdmissionOperation ReadOperation(JsonValue operation) =>
        operation.TextEquals("CREATE"u8) ? AdmissionOperation.Create
        : operation.TextEquals("UPDATE"u8) ? AdmissionOperation.Update
        : operation.TextEquals("DELETE"u8) ? AdmissionOperation.Delete
        : operation.TextEquals("CONNECT"u8) ? AdmissionOperation.Connect
        : throw new ReviewFormatException("request.operation: must be CREATE, UPDATE, DELETE or CONNECT");

    private static JsonValue Object(JsonValue value, string path) => value.IsAbsent || value.Kind == JsonKind.Object
        ? value
        : throw new ReviewFormatException($"{path}: must be an object or null");

    private static string Text(JsonValue parent, string name, string path)
    {
        JsonValue value = parent[name];
        return value.IsAbsent ? "" : value.AsString() ?? throw new ReviewFormatException($"{path}: must be a string");
    }
}
