using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Objects;
using Webhooks.Sandbox.Requests;
using Webhooks.Schemas.Requests;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Name and namespace of an object, as the path has them.</summary>
internal static class Placing
{
    private const string OtherNamespace = "the namespace of the provided object does not match the namespace sent on the request";

    /// <summary>Puts an object into the namespace of the path; of a cluster-scoped one the namespace is dropped.</summary>
    /// <exception cref="StatusException">It says that it is elsewhere.</exception>
    public static void InNamespace(ApiCall call, ObjectMeta meta)
    {
        if (!call.Resource.IsNamespaced)
        {
            meta.Namespace = "";
            return;
        }

        if (meta.Namespace.Length > 0 && meta.Namespace != call.Namespace)
        {
            throw new StatusException(Status.BadRequest(OtherNamespace));
        }

        meta.Namespace = call.Namespace;
    }

    /// <summary>Checks that an object that is sent to a path is the one of the path.</summary>
    /// <exception cref="StatusException">It is another one, or does not say which.</exception>
    public static void AtPath(ApiCall call, ObjectMeta meta)
    {
        InNamespace(call, meta);
        if (meta.Name.Length == 0)
        {
            throw new StatusException(PathNames.Missing(call.Name));
        }

        if (meta.Name != call.Name)
        {
            throw new StatusException(PathNames.Other(meta.Name, call.Name));
        }
    }
}
