namespace Webhooks.Admission.Injection;

/// <summary>Why a template was, or was not, injected: the closed set that answers, metrics, logs and reports share.</summary>
public enum InjectionReason
{
    /// <summary><c>injected</c>: its items were added.</summary>
    Injected,

    /// <summary><c>already-injected</c>: the object's proven status names it.</summary>
    AlreadyInjected,

    /// <summary><c>nothing-to-add</c>: all it brings stands there, or collides.</summary>
    NothingToAdd,

    /// <summary><c>unchanged</c>: an update in which nothing of the user's changed.</summary>
    Unchanged,

    /// <summary><c>removed</c>: what it had added was taken off.</summary>
    Removed,

    /// <summary><c>not-requested</c>: nothing asked for a template.</summary>
    NotRequested,

    /// <summary><c>opted-out</c>: an annotation says no.</summary>
    OptedOut,

    /// <summary><c>invalid-value</c>: the annotation is neither true nor false.</summary>
    InvalidValue,

    /// <summary><c>template-missing</c>: there is no template of that name.</summary>
    TemplateMissing,

    /// <summary><c>template-invalid</c>: the template of that name was never valid.</summary>
    TemplateInvalid,

    /// <summary><c>namespace-not-allowed</c>: the template may not be used there.</summary>
    NamespaceNotAllowed,

    /// <summary><c>namespace-excluded</c>: nothing is injected in that namespace.</summary>
    NamespaceExcluded,

    /// <summary><c>host-network</c>: the template is not for pods on the node's network.</summary>
    HostNetwork,

    /// <summary><c>os-mismatch</c>: the template is for another operating system, or brings what pods of that one can't have.</summary>
    OsMismatch,

    /// <summary><c>native-unsupported</c>: it would run as a native sidecar, which the cluster is too old for.</summary>
    NativeUnsupported,

    /// <summary><c>volume-missing</c>: a volume that the workload must bring is not there, or of another kind than the template needs.</summary>
    VolumeMissing,

    /// <summary><c>conflict</c>: it collides with the workload, and is told to stay out then.</summary>
    Conflict,

    /// <summary><c>immutable</c>: a Job's pod template can't change.</summary>
    Immutable,

    /// <summary><c>mirror-pod</c>: a static pod's mirror.</summary>
    MirrorPod,

    /// <summary><c>deleting</c>: the object is being deleted.</summary>
    Deleting,

    /// <summary><c>not-handled</c>: a kind, operation or subresource that is never touched.</summary>
    NotHandled,
}
