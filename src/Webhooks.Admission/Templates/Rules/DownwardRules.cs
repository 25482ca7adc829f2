using Webhooks.Resources.Names;
using Webhooks.Resources.Quantities;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>References to the pod's own fields and resources.</summary>
internal static class DownwardRules
{
    public static readonly string[] EnvPaths =
    [
        "metadata.name", "metadata.namespace", "metadata.uid", "spec.nodeName", "spec.serviceAccountName",
        "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs",
    ];

    public static readonly string[] VolumePaths =
        ["metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid"];

    private const string OldNodeName = "spec.host";

    private static readonly string[] Resources =
    [
        "limits.cpu", "limits.ephemeral-storage", "limits.memory",
        "requests.cpu", "requests.ephemeral-storage", "requests.memory",
    ];

    private static readonly string[] CpuDivisors = ["1", "1m"];
    private static readonly string[] ByteDivisors = ["1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei"];

    public static void CheckField(Field reference, string[] supported, Findings findings)
    {
        if (!reference.IsSet)
        {
            return;
        }

        Field version = reference["apiVersion"];
        Field path = reference["fieldPath"];
        if (version.Text is not ("" or "v1"))
        {
            findings.Invalid(version, $"unsupported pod version: {Shortened.Of(version.Text)}", "use v1");
        }
        else if (path.Text.Length == 0)
        {
            findings.Required(path);
        }
        else if (Subscript(path.Text) is not var (map, key))
        {
            if (!supported.Contains(path.Text == OldNodeName ? "spec.nodeName" : path.Text))
            {
                findings.NotSupported(path, supported);
            }
        }
        else if (map is "metadata.labels" or "metadata.annotations")
        {
            findings.Invalid(path, map == "metadata.labels" ? QualifiedName.Problems(key) : AnnotationKey.Problems(key));
        }
        else
        {
            findings.Invalid(path, "does not support subscript");
        }
    }

    public static void CheckResource(Field reference, bool isVolume, Findings findings)
    {
        if (!reference.IsSet)
        {
            return;
        }

        Field resource = reference["resource"];
        if (isVolume && reference["containerName"].Text.Length == 0)
        {
            findings.Required(reference["containerName"]);
        }
        else if (resource.Text.Length == 0)
        {
            findings.Required(resource);
        }
        else if (!Resources.Contains(resource.Text) && !IsHugePages(resource.Text))
        {
            findings.NotSupported(resource, Resources);
        }

        CheckDivisor(reference["divisor"], resource.Text, findings);
    }

    private static void CheckDivisor(Field divisor, string resource, Findings findings)
    {
        if (!FieldQuantity.TryRead(divisor, out Quantity quantity) || quantity.IsZero)
        {
            return;
        }

        string[] divisors = resource is "limits.cpu" or "requests.cpu" ? CpuDivisors : ByteDivisors;
        if ((Resources.Contains(resource) || IsHugePages(resource)) && !divisors.Contains(quantity.ToString()))
        {
            findings.Invalid(divisor, $"only divisor's values {string.Join(", ", divisors)} are supported with {resource}");
        }
    }

    private static bool IsHugePages(string resource) =>
        resource.StartsWith("limits.hugepages-", StringComparison.Ordinal) || resource.StartsWith("requests.hugepages-", StringComparison.Ordinal);

    /// <summary>The parts of <c>metadata.labels['key']</c>; <c>null</c> for a path without subscript.</summary>
    private static (string Map, string Key)? Subscript(string path)
    {
        int open = path.IndexOf("['", StringComparison.Ordinal);
        return open > 0 && path.EndsWith("']", StringComparison.Ordinal) && open + 2 <= path.Length - 2
            ? (path[..open], path[(open + 2)..^2])
            : null;
    }
}
