using Webhooks.Resources.Json;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>What the sources of disks want beyond their required fields.</summary>
internal static class DiskVolumeRules
{
    private static readonly string[] CachingModes = ["None", "ReadOnly", "ReadWrite"];
    private static readonly string[] DiskKinds = ["Dedicated", "Managed", "Shared"];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field volume in template.Root["volumes"].Items())
        {
            CheckFibreChannel(volume["fc"], findings);
            CheckAzure(volume["azureDisk"], findings);
            CheckFlocker(volume["flocker"], findings);
            CheckPartition(volume["awsElasticBlockStore"]["partition"], findings);
            CheckPartition(volume["gcePersistentDisk"]["partition"], findings);
        }
    }

    public static void CheckLun(Field lun, Findings findings)
    {
        if (lun.Number is < 0 or > 255)
        {
            findings.Invalid(lun, "must be between 0 and 255, inclusive");
        }
    }

    private static void CheckPartition(Field partition, Findings findings)
    {
        if (partition.Number is < 0 or > 255)
        {
            findings.Invalid(partition, "must be between 1 and 255, inclusive");
        }
    }

    private static void CheckFibreChannel(Field channel, Findings findings)
    {
        Field targets = channel["targetWWNs"];
        if (!channel.IsSet)
        {
            return;
        }

        if (targets.Count == 0 && channel["wwids"].Count == 0)
        {
            findings.Required(targets, "must specify either targetWWNs or wwids, but not both");
        }
        else if (targets.Count > 0 && channel["wwids"].Count > 0)
        {
            findings.Invalid(targets, "targetWWNs and wwids can not be specified simultaneously");
        }

        if (targets.Count > 0 && !channel["lun"].IsSet)
        {
            findings.Required(channel["lun"], "lun is required if targetWWNs is specified");
        }
        else if (targets.Count > 0)
        {
            CheckLun(channel["lun"], findings);
        }
    }

    private static void CheckAzure(Field disk, Findings findings)
    {
        Field uri = disk["diskURI"];
        Field kind = disk["kind"];
        CheckSet(disk["cachingMode"], CachingModes, findings);
        CheckSet(kind, DiskKinds, findings);
        if (uri.Text.Length == 0)
        {
            return;
        }

        string start = kind.Text == "Managed" ? "/subscriptions/" : "https://";
        if (!uri.Text.StartsWith(start, StringComparison.Ordinal))
        {
            findings.Invalid(uri, $"must start with {start} where kind is {(kind.IsSet ? Shortened.Of(kind.Text) : "Shared")}");
        }
    }

    private static void CheckSet(Field choice, string[] supported, Findings findings)
    {
        if (choice.Value.Kind == JsonKind.String && !supported.Contains(choice.Text))
        {
            findings.NotSupported(choice, supported);
        }
    }

    private static void CheckFlocker(Field flocker, Findings findings)
    {
        Field name = flocker["datasetName"];
        bool hasName = name.Text.Length > 0;
        if (flocker.IsSet && hasName == flocker["datasetUUID"].Text.Length > 0)
        {
            if (hasName)
            {
                findings.Invalid(flocker, "datasetName and datasetUUID can not be specified simultaneously");
            }
            else
            {
                findings.Required(flocker, "one of datasetName and datasetUUID is required");
            }
        }

        if (name.Text.Contains('/', StringComparison.Ordinal))
        {
            findings.Invalid(name, "must not contain '/'");
        }
    }
}
