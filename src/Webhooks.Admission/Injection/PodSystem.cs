using Webhooks.Admission.Merging;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Injection;

/// <summary>The operating system of a pod, and what follows from it for templates.</summary>
/// <param name="podSpec">The PodSpec; <c>null</c>: there is none.</param>
internal readonly struct PodSystem(JsonDraft? podSpec)
{
    private const string OsLabel = "kubernetes.io/os";
    private const string Linux = "linux";

    /// <summary>The system that the pod says, else that its node selector asks for, else <c>linux</c>.</summary>
    public string Name
    {
        get
        {
            string? name = Value("os")["name"u8].AsString();
            name = string.IsNullOrEmpty(name) ? Value("nodeSelector")[OsLabel].AsString() : name;
            return string.IsNullOrEmpty(name) ? Linux : name;
        }
    }

    /// <summary>What the API server would refuse in the pod because of what the pod says about its system.</summary>
    /// <param name="template">The template.</param>
    /// <returns>Why, in words for a person; <c>null</c>: nothing.</returns>
    public string? Foreign(InjectionTemplate template)
    {
        string? os = Value("os")["name"u8].AsString();
        if (OsFields.Foreign(template.Content, os) is { } field)
        {
            return $"pods for {os} can't have {field}";
        }

        return HasHostProcesses() && (BringsContainer(template.Content["initContainers"u8]) || BringsContainer(template.Content["containers"u8]))
            ? "its containers are no host processes, as those of the pod are"
            : null;
    }

    /// <summary>Whether a template's list holds a container of its own.</summary>
    public static bool BringsContainer(JsonValue containers)
    {
        JsonCursor items = new(containers);
        while (items.MoveNext())
        {
            if (!ContainerList.IsEvery(items.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a container says it for itself: what the pod says goes for all.</summary>
    private bool HasHostProcesses()
    {
        JsonCursor items = new(Value("containers") is { Kind: JsonKind.Array } containers ? containers : default);
        return items.MoveNext() && IsHostProcess(items.Value["securityContext"u8]) && !IsHostProcess(Value("securityContext"));
    }

    private static bool IsHostProcess(JsonValue context) => context["windowsOptions"u8]["hostProcess"u8].Kind == JsonKind.True;

    private JsonValue Value(string field) =>
        podSpec?.FindSource(field) is { IsMissing: false } asSent ? asSent : podSpec?.Find(field)?.Freeze() ?? default;
}
