using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Injection;

/// <summary>Tells from the <c>injection</c> blocks of templates whether they go into a pod, and how.</summary>
/// <param name="options">The settings.</param>
/// <param name="request">The object, for its namespace and for its volume claims.</param>
/// <param name="podSpec">The PodSpec before anything is merged into it; <c>null</c>: there is none.</param>
/// <param name="standing">What earlier injections brought and what still stands in it.</param>
internal readonly struct PodFit(
    InjectionOptions options, AdmissionRequest request, JsonDraft? podSpec, IReadOnlyList<TemplateEntry> standing)
{
    private readonly PodSystem _system = new(podSpec);

    /// <summary>
    /// Why a template does not go into the pod. The first that fits counts: the namespace, the node's network, the
    /// operating system, the workload's volumes, native sidecars.
    /// </summary>
    /// <param name="template">The template.</param>
    /// <param name="problem">The reason in words for a person.</param>
    /// <returns><c>null</c>: it does.</returns>
    public InjectionReason? Misfit(InjectionTemplate template, out string problem)
    {
        InjectionBlock block = template.Injection;
        if (!block.Allows(request.Namespace))
        {
            problem = $"namespace {request.Namespace} is none of {string.Join(", ", block.Namespaces)}";
            return InjectionReason.NamespaceNotAllowed;
        }

        if (block.SkipsHostNetwork && podSpec?.FindSource("hostNetwork").Kind == JsonKind.True)
        {
            problem = "it is not for pods on the node's network";
            return InjectionReason.HostNetwork;
        }

        if (block.Os is { } os && _system.Name is var podOs && os != podOs)
        {
            problem = $"it is for {os}, the pod for {podOs}";
            return InjectionReason.OsMismatch;
        }

        if (_system.Foreign(template) is { } foreign)
        {
            problem = foreign;
            return InjectionReason.OsMismatch;
        }

        if (MissingVolumes(block.WorkloadVolumes) is { Count: > 0 } missing)
        {
            problem = $"the workload must have {(missing.Count == 1 ? "volume" : "volumes")} {string.Join(", ", missing)}";
            return InjectionReason.VolumeMissing;
        }

        if (options.KubeVersion is { } version && !version.IsAtLeast(KubeVersion.OfNativeSidecars) && BringsSidecars(template))
        {
            problem = $"native sidecars need Kubernetes {KubeVersion.OfNativeSidecars}, this is {version}";
            return InjectionReason.NativeUnsupported;
        }

        problem = "";
        return null;
    }

    /// <summary>Whether the template's <c>containers</c> run as native sidecars.</summary>
    public bool RunsNatively(InjectionTemplate template) => template.Injection.Native switch
    {
        NativeMode.Always => true,
        NativeMode.Never => false,
        _ => podSpec?.FindSource("restartPolicy") is { } policy && (policy.TextEquals("Never"u8) || policy.TextEquals("OnFailure"u8)),
    };

    /// <summary>Before 1.29 an init container that restarts is a plain one, which never ends: the pod would never start.</summary>
    private bool BringsSidecars(InjectionTemplate template)
    {
        JsonCursor inits = new(template.Content["initContainers"u8]);
        while (inits.MoveNext())
        {
            if (inits.Value["restartPolicy"u8].TextEquals("Always"u8))
            {
                return true;
            }
        }

        return RunsNatively(template) && PodSystem.BringsContainer(template.Content["containers"u8]);
    }

    private List<string>? MissingVolumes(IReadOnlyList<string> wanted)
    {
        List<string>? missing = null;
        for (int i = 0; i < wanted.Count; i++)
        {
            if (!HasOwnVolume(wanted[i]))
            {
                (missing ??= []).Add(wanted[i]);
            }
        }

        return missing;
    }

    private bool HasOwnVolume(string name)
    {
        JsonCursor claims = new(request.Object["spec"u8]["volumeClaimTemplates"u8]);
        while (claims.MoveNext())
        {
            if (claims.Value["metadata"u8]["name"u8].AsString() == name)
            {
                return true;
            }
        }

        JsonCursor volumes = new(Value("volumes"));
        while (volumes.MoveNext())
        {
            if (volumes.Value["name"u8].AsString() == name)
            {
                return !IsInjected(ItemPath.Entry("volumes", name));
            }
        }

        return false;
    }

    private bool IsInjected(string path)
    {
        for (int i = 0; i < standing.Count; i++)
        {
            if (standing[i].Added.Contains(path))
            {
                return true;
            }
        }

        return false;
    }

    private JsonValue Value(string field) =>
        podSpec?.FindSource(field) is { IsMissing: false } asSent ? asSent : podSpec?.Find(field)?.Freeze() ?? default;
}
