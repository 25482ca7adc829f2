using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Reviews;

/// <summary>What is to be decided about: an object and what is being done to it. Immutable.</summary>
/// <param name="Uid">Names the request; the answer repeats it.</param>
/// <param name="Kind">The kind of <paramref name="Object"/>, after any conversion by the API server.</param>
/// <param name="SubResource">The part of the object that is addressed, e.g. <c>scale</c>; empty: the object.</param>
/// <param name="Operation">What is being done.</param>
/// <param name="Name">The object's name; empty where it will be generated.</param>
/// <param name="Namespace">The object's namespace; empty for cluster-scoped objects.</param>
/// <param name="Object">The object as it should become; missing or null on DELETE.</param>
/// <param name="OldObject">The object as it is; missing or null on CREATE.</param>
/// <param name="IsDryRun">True when nothing will be stored.</param>
public sealed record AdmissionRequest(
    string Uid,
    GroupVersionKind Kind,
    string SubResource,
    AdmissionOperation Operation,
    string Name,
    string Namespace,
    JsonValue Object,
    JsonValue OldObject,
    bool IsDryRun)
{
    /// <summary>Who asks for it (<c>authentication.k8s.io/v1 UserInfo</c>); missing where nobody is named.</summary>
    public JsonValue UserInfo { get; init; }
}
