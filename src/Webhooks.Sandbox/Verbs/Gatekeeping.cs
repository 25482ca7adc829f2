using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Escalation;
using Webhooks.Sandbox.Admission.Limits;
using Webhooks.Sandbox.Admission.Quotas;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>What the built-in admission plugins have to say to a write.</summary>
internal sealed class Gatekeeping(Cluster cluster, AccessControl access)
{
    private static readonly GroupResource Namespaces = new("", "namespaces");
    private static readonly string[] Protected = ["default", "kube-system", "kube-public"];

    private readonly LimitRanger _limits = new(cluster.Store);
    private readonly QuotaAdmission _quotas = new(cluster.Store, cluster.Time);

    /// <summary>Before an object is made: is there a place for it?</summary>
    /// <returns>What the object stands on, which must not have changed when it is stored.</returns>
    public Sighting[] Create(ApiCall call, JsonDraft made)
    {
        string name = new ObjectMeta(made).Name;
        return
        [
            .. call.Resource.IsCustom ? new[] { new Sighting(Definitions.Resource, RequireDefinition(call, name)) } : [],
            .. call.Resource.IsNamespaced ? new[] { new Sighting(Namespaces, RequireNamespace(call, name)) } : [],
        ];
    }

    /// <summary>Before a request that is no create makes an object all the same: the caller must be allowed to do that too.</summary>
    public void MakeUnasked(ApiCall call)
    {
        if (access.Authorizer.Refusal(call.Attributes) is { } refusal)
        {
            throw new StatusException(refusal);
        }
    }

    /// <summary>Before a role or binding is stored: nobody gives what he does not have.</summary>
    /// <param name="call">The call.</param>
    /// <param name="next">The object as it would be stored.</param>
    /// <param name="old">The object as it was; missing for a new one.</param>
    public void Grant(ApiCall call, JsonValue next, JsonValue old)
    {
        if (EscalationGate.Guards(call.StoredAs))
        {
            access.EscalationGate.Check(call.Attributes, next, old);
        }
    }

    /// <summary>Before an object is prepared and validated: what it leaves out and its namespace gives it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="next">The object as it was sent; changed.</param>
    /// <param name="old">The object as it was; missing for a new one.</param>
    public void Admit(ApiCall call, JsonDraft next, JsonValue old) => _limits.Fill(call, next, old);

    /// <summary>Before a valid object is stored: may there be another such in its namespace?</summary>
    /// <param name="call">The call, with the object's name.</param>
    /// <param name="next">The object as it would be stored.</param>
    /// <param name="old">The object as it was; missing for a new one.</param>
    /// <returns>What is to be stored before it, all or nothing: what quotas are charged.</returns>
    public IReadOnlyList<Replacement> Judge(ApiCall call, JsonValue next, JsonValue old)
    {
        _limits.Check(call, next, old);
        return _quotas.Charge(call, next, old);
    }

    /// <summary>Before an object is deleted.</summary>
    public static void Delete(ApiCall call)
    {
        if (call.StoredAs == Namespaces && Protected.Contains(call.Name))
        {
            throw new StatusException(Status.Forbidden(Namespaces, call.Name, "this namespace may not be deleted"));
        }
    }

    /// <summary>The definition of a kind, which is still the one that the call knows, and is not being deleted.</summary>
    private StoredObject RequireDefinition(ApiCall call, string name)
    {
        StoredObject? definition = cluster.Store.Find(Definitions.Resource, $"{call.Resource.Plural}.{call.Resource.Group}");
        return definition != null && !call.Resource.IsTerminating && IsAsKnown(definition, call.Resource.Definition["metadata"u8])
            ? definition
            : throw new StatusException(Status.Forbidden(
                call.Resource.GroupResource, name, "create not allowed while custom resource definition is terminating"));
    }

    private static bool IsAsKnown(StoredObject definition, JsonValue known)
    {
        if (known["resourceVersion"u8].AsString() == definition.Revision.ToString(CultureInfo.InvariantCulture))
        {
            return true;
        }

        JsonValue meta = definition.Read()["metadata"u8];
        return meta["deletionTimestamp"u8].IsAbsent && meta["uid"u8].AsString() == known["uid"u8].AsString();
    }

    private StoredObject RequireNamespace(ApiCall call, string name)
    {
        StoredObject? space = cluster.Store.Find(Namespaces, call.Namespace);
        if (space == null)
        {
            throw new StatusException(Status.NotFound(Namespaces, call.Namespace));
        }

        if (!space.Read()["metadata"u8]["deletionTimestamp"u8].IsAbsent)
        {
            Status status = Status.Forbidden(
                call.Resource.GroupResource, name, $"unable to create new content in namespace {call.Namespace} because it is being terminated");
            StatusCause cause = new(StatusException.NamespaceTerminating, $"namespace {call.Namespace} is being terminated", "metadata.namespace");
            throw new StatusException(status with { Details = status.Details! with { Causes = [cause] } });
        }

        return space;
    }
}
