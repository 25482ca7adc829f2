using Webhooks.Resources.Names;
using Webhooks.Resources.Quantities;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>The claim that a pod makes for itself asks for storage, and how to reach it.</summary>
internal static class EphemeralRules
{
    private const string Exclusive = "ReadWriteOncePod";
    private const string Claim = "PersistentVolumeClaim";
    private static readonly string[] AccessModes = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", Exclusive];
    private static readonly string[] VolumeModes = ["Block", "Filesystem"];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field ephemeral in template.Root["volumes"].Items().Select(volume => volume["ephemeral"]).Where(source => source.IsSet))
        {
            Field claim = ephemeral["volumeClaimTemplate"];
            if (!claim.IsSet)
            {
                findings.Required(claim);
                continue;
            }

            LabelRules.CheckLabels(claim["metadata"]["labels"], findings);
            AnnotationRules.CheckKeys(claim["metadata"]["annotations"], findings);
            Field spec = claim["spec"];
            CheckModes(spec, findings);
            SelectorRules.Check(spec["selector"], findings);
            CheckStorage(spec["resources"]["requests"]["storage"], findings);
            CheckClass(spec["storageClassName"], findings);
            CheckClass(spec["volumeAttributesClassName"], findings);
            CheckSource(spec["dataSource"], findings);
            CheckSource(spec["dataSourceRef"], findings);
        }
    }

    private static void CheckModes(Field spec, Findings findings)
    {
        Field modes = spec["accessModes"];
        Field[] items = [.. modes.Items()];
        if (items.Length == 0)
        {
            findings.Required(modes, "at least 1 access mode is required");
        }

        foreach (Field mode in items.Where(mode => !AccessModes.Contains(mode.Text)))
        {
            findings.NotSupported(mode, AccessModes);
        }

        if (items.Any(mode => mode.Text == Exclusive) && items.Any(mode => mode.Text != Exclusive && AccessModes.Contains(mode.Text)))
        {
            findings.Forbidden(modes, $"may not use {Exclusive} with other access modes");
        }

        if (spec["volumeMode"] is { IsSet: true } volumeMode && !VolumeModes.Contains(volumeMode.Text))
        {
            findings.NotSupported(volumeMode, VolumeModes);
        }
    }

    private static void CheckStorage(Field storage, Findings findings)
    {
        if (!FieldQuantity.TryRead(storage, out Quantity quantity))
        {
            findings.Required(storage, remedy: "say how much storage the claim requests");
        }
        else if (quantity.Sign <= 0)
        {
            findings.Invalid(storage, "must be greater than zero");
        }
    }

    private static void CheckClass(Field name, Findings findings)
    {
        if (name.Text.Length > 0)
        {
            findings.Invalid(name, DnsSubdomain.Problems(name.Text));
        }
    }

    private static void CheckSource(Field source, Findings findings)
    {
        if (!source.IsSet)
        {
            return;
        }

        foreach (Field field in ((Field[])[source["name"], source["kind"]]).Where(field => field.Text.Length == 0))
        {
            findings.Required(field);
        }

        Field group = source["apiGroup"];
        if (group.Text.Length > 0)
        {
            findings.Invalid(group, DnsSubdomain.Problems(group.Text));
        }
        else if (source["kind"].Text != Claim)
        {
            findings.Invalid(source["kind"], $"must be '{Claim}' when referencing the default apiGroup");
        }

        if (source["namespace"] is { Text.Length: > 0 } ns)
        {
            findings.Invalid(ns, DnsLabel.Problems(ns.Text));
        }
    }
}
