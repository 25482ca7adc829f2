using Webhooks.Admission.Templates.Rules;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.PodSecurity;

/// <summary>A part of a pod, as the checks look at it.</summary>
internal sealed class PodFragment
{
    private static readonly string[] Lists = ["initContainers", "containers", "ephemeralContainers"];

    /// <summary>A part of a pod.</summary>
    /// <param name="fields">The fields of its PodSpec, with <c>metadata</c> beside them.</param>
    /// <param name="isWindows">True for what only pods of Windows get, whether or not <c>os</c> says so.</param>
    public PodFragment(JsonValue fields, bool isWindows)
    {
        Root = Field.Root(fields);
        Context = Root["securityContext"];
        IsWindows = isWindows || Root["os"]["name"].Text == "windows";
        Containers =
        [
            .. Lists.SelectMany(list => Root[list].Items()).Where(container => container["name"].Text != ContainerField.Every)
                .Select(container => new PodParty($"container {Quote(container["name"].Text)}", container["securityContext"], container)),
        ];
        Parties = [new PodParty("pod", Context, Root), .. Containers];
    }

    public Field Root { get; }

    /// <summary>The security context of the pod, which containers without one of their own inherit.</summary>
    public Field Context { get; }

    /// <summary>The containers that run, in the order in which they start.</summary>
    public IReadOnlyList<PodParty> Containers { get; }

    /// <summary>Who may have a security context: the pod, then its containers.</summary>
    public IReadOnlyList<PodParty> Parties { get; }

    private bool IsWindows { get; }

    /// <summary>True when a check with that exemption is not applied.</summary>
    public bool Is(PodSecurityExemption exemption) => exemption switch
    {
        PodSecurityExemption.Windows => IsWindows,
        PodSecurityExemption.UserNamespaces => Root["hostUsers"].Value.Kind == JsonKind.False,
        _ => false,
    };

    /// <summary>In double quotes, as the plug-in has it: nothing is escaped, long texts are cut.</summary>
    public static string Quote(string text) => $"\"{Shortened.Of(text)}\"";
}
