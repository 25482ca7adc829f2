using Webhooks.Resources.Names;
using Webhooks.Resources.Quantities;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>A volume's source says where the data comes from.</summary>
internal static class VolumeSourceRules
{
    private const int LongestDriver = 63;

    private static readonly string[] HostPathTypes =
        ["BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket"];

    /// <summary>The fields that a source can't do without, text or list.</summary>
    private static readonly (string Source, string[] Fields)[] Required =
    [
        ("hostPath", ["path"]),
        ("configMap", ["name"]),
        ("secret", ["secretName"]),
        ("persistentVolumeClaim", ["claimName"]),
        ("csi", ["driver"]),
        ("image", ["reference"]),
        ("nfs", ["server", "path"]),
        ("iscsi", ["targetPortal", "iqn"]),
        ("azureFile", ["secretName", "shareName"]),
        ("azureDisk", ["diskName", "diskURI"]),
        ("awsElasticBlockStore", ["volumeID"]),
        ("gcePersistentDisk", ["pdName"]),
        ("vsphereVolume", ["volumePath"]),
        ("cephfs", ["monitors"]),
        ("rbd", ["monitors", "image"]),
        ("cinder", ["volumeID"]),
        ("flexVolume", ["driver"]),
        ("gitRepo", ["repository"]),
        ("glusterfs", ["endpoints", "path"]),
        ("photonPersistentDisk", ["pdID"]),
        ("portworxVolume", ["volumeID"]),
        ("quobyte", ["registry", "volume"]),
        ("scaleIO", ["gateway", "system", "volumeName"]),
        ("storageos", ["volumeName"]),
    ];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field volume in template.Root["volumes"].Items())
        {
            CheckRequired(volume, findings);
            CheckEmptyDir(volume["emptyDir"]["sizeLimit"], findings);
            CheckHostPath(volume["hostPath"], findings);
            CheckDriver(volume["csi"], findings);
            ContainerRules.CheckChoice(volume["image"]["pullPolicy"], ContainerRules.PullPolicies, findings);
            if (volume["nfs"]["path"] is { Text: [not '/', ..] } path)
            {
                findings.Invalid(path, "must be an absolute path");
            }

            findings.Invalid(volume["gitRepo"]["directory"], LocalPath.Problems(volume["gitRepo"]["directory"].Text));
        }
    }

    private static void CheckRequired(Field volume, Findings findings)
    {
        foreach ((string source, string[] fields) in Required)
        {
            if (volume[source] is { IsSet: true } set)
            {
                foreach (Field field in fields.Select(field => set[field]).Where(field => field.Count == 0 && field.Text.Length == 0))
                {
                    findings.Required(field);
                }
            }
        }
    }

    private static void CheckEmptyDir(Field limit, Findings findings)
    {
        if (FieldQuantity.TryRead(limit, out Quantity quantity) && quantity.Sign < 0)
        {
            findings.Forbidden(limit, "SizeLimit field must be a valid resource quantity");
        }
    }

    private static void CheckHostPath(Field hostPath, Findings findings)
    {
        if (LocalPath.HasBacksteps(hostPath["path"].Text))
        {
            findings.Invalid(hostPath["path"], "must not contain '..'");
        }

        ContainerRules.CheckChoice(hostPath["type"], HostPathTypes, findings);
    }

    private static void CheckDriver(Field csi, Findings findings)
    {
        Field driver = csi["driver"];
        if (driver.Text.Length > LongestDriver)
        {
            findings.TooLong(driver, LongestDriver);
        }

        if (driver.Text.Length > 0)
        {
            findings.Invalid(driver, DnsSubdomain.Problems(driver.Text.ToLowerInvariant()));
        }

        if (csi["nodePublishSecretRef"] is { IsSet: true } reference)
        {
            Field name = reference["name"];
            if (name.Text.Length == 0)
            {
                findings.Required(name);
            }
            else
            {
                findings.Invalid(name, DnsSubdomain.Problems(name.Text));
            }
        }
    }
}
