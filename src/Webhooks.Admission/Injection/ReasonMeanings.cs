namespace Webhooks.Admission.Injection;

/// <summary>The meaning of each <see cref="InjectionReason"/>: the words that reports and the documentation share.</summary>
public static class ReasonMeanings
{
    /// <summary>What a reason means, with annotations under the default prefix.</summary>
    public static ReasonMeaning Of(InjectionReason reason) => reason switch
    {
        InjectionReason.Injected => new(
            "it is asked for and nothing speaks against it, so its items are added",
            null),
        InjectionReason.AlreadyInjected => new(
            "the status annotation shows that it was injected before: the pods of a workload stay of one version",
            "for today's template, roll the workload out, or take the old one off the manifest with `webhooks uninject`"),
        InjectionReason.NothingToAdd => new(
            "all that it brings stands there already, or collides with what stands there",
            null),
        InjectionReason.Unchanged => new(
            "an update in which nothing of yours changed: the pod template stays as it is, so that no pod is replaced",
            "for today's template, change the annotation `initializer.kubernetes.io/refresh` or run `kubectl rollout restart`"),
        InjectionReason.Removed => new(
            "nothing asks for it any more, so what it had added is taken off",
            null),
        InjectionReason.NotRequested => new(
            "no annotation asks for a template",
            "set the annotation `initializer.kubernetes.io/<template>: \"true\"`, with the quotes, on the workload or the Pod"),
        InjectionReason.OptedOut => new(
            "an annotation says no",
            "remove that annotation, or set it to `\"true\"`, to get the template"),
        InjectionReason.InvalidValue => new(
            "the annotation is neither true nor false, which counts as no",
            "write `\"true\"`, in quotes"),
        InjectionReason.TemplateMissing => new(
            "there is no template of that name",
            "correct the name, or add the ConfigMap `<template>-initializer`"),
        InjectionReason.TemplateInvalid => new(
            "the template of that name was never valid",
            "its author runs `webhooks lint`, which says what is wrong"),
        InjectionReason.NamespaceNotAllowed => new(
            "the template may not be used in this namespace",
            "ask its author to add the namespace to `injection.namespaces`"),
        InjectionReason.NamespaceExcluded => new(
            "nothing is injected in this namespace: it is the server's own, or an excluded one",
            null),
        InjectionReason.HostNetwork => new(
            "the template is not for pods on the node's network",
            null),
        InjectionReason.OsMismatch => new(
            "the template is for another operating system than the pod, or brings what pods of the pod's own can't have",
            "say `spec.os.name` if the pod is for that one"),
        InjectionReason.NativeUnsupported => new(
            "it would run as a native sidecar, for which the cluster is too old",
            null),
        InjectionReason.VolumeMissing => new(
            "a volume that the workload must bring is not there, or of another kind than the template needs",
            "add the volume that the warning names"),
        InjectionReason.Conflict => new(
            "an item collides with what stands there, and the template is told to stay out then",
            "change what collides, or go without the template"),
        InjectionReason.Immutable => new(
            "the pod template of a Job can't change",
            "delete the Job and create it anew"),
        InjectionReason.MirrorPod => new(
            "the Pod is the mirror of a static pod, which its node runs from a file",
            null),
        InjectionReason.Deleting => new(
            "the object is being deleted",
            null),
        InjectionReason.NotHandled => new(
            "a kind, operation or subresource that is never touched",
            null),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };

    /// <summary>What a reason means, with annotations under a prefix.</summary>
    public static ReasonMeaning Of(InjectionReason reason, AnnotationNames names)
    {
        ArgumentNullException.ThrowIfNull(names);
        ReasonMeaning meaning = Of(reason);
        return new ReasonMeaning(Under(names, meaning.What), meaning.Remedy == null ? null : Under(names, meaning.Remedy));
    }

    private static string Under(AnnotationNames names, string text) =>
        text.Replace(InjectionOptions.DefaultPrefix, names.Prefix, StringComparison.Ordinal);
}
