using System.Text;
using System.Text.RegularExpressions;
using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>What the sources of network storage want beyond their required fields.</summary>
internal static class RemoteVolumeRules
{
    private const int LongestInitiator = 64;
    private const int LongestTenant = 64;
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private static readonly Lazy<Regex> Iqn = new(() => new Regex(@"iqn\.[0-9]{4}-[0-9]{2}\.[a-zA-Z0-9.-]+:[^,;*&$|\t\n\f\r ]+\z", Linear));
    private static readonly Lazy<Regex> Eui = new(() => new Regex(@"\Aeui.[a-zA-Z0-9]{16}\z", Linear));
    private static readonly Lazy<Regex> Naa = new(() => new Regex(@"\Anaa.[a-zA-Z0-9]{32}\z", Linear));

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field volume in template.Root["volumes"].Items())
        {
            CheckIscsi(volume, findings);
            CheckQuobyte(volume["quobyte"], findings);
            CheckStorageOs(volume["storageos"], findings);
            CheckSecret(volume["cinder"]["secretRef"], findings);
            CheckSecret(volume["storageos"]["secretRef"], findings);
            CheckOptions(volume["flexVolume"]["options"], findings);
        }
    }

    private static void CheckIscsi(Field volume, Findings findings)
    {
        Field iscsi = volume["iscsi"];
        if (!iscsi.IsSet)
        {
            return;
        }

        CheckName(iscsi["iqn"], findings);
        DiskVolumeRules.CheckLun(iscsi["lun"], findings);
        if ((iscsi["chapAuthDiscovery"].IsTrue || iscsi["chapAuthSession"].IsTrue) && !iscsi["secretRef"].IsSet)
        {
            findings.Required(iscsi["secretRef"]);
        }

        Field initiator = iscsi["initiatorName"];
        if (initiator.IsSet)
        {
            CheckName(initiator, findings);
            if (initiator.Text.Length == 0)
            {
                findings.Invalid(initiator, "must be valid format starting with iqn, eui, or naa");
            }

            if (Encoding.UTF8.GetByteCount($"{volume["name"].Text}:{iscsi["targetPortal"].Text}") > LongestInitiator)
            {
                findings.Invalid(volume["name"], "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.");
            }
        }
    }

    private static void CheckName(Field name, Findings findings)
    {
        bool? isWell = name.Text switch
        {
            ['i', 'q', 'n', ..] => Iqn.Value.IsMatch(name.Text),
            ['e', 'u', 'i', ..] => Eui.Value.IsMatch(name.Text),
            ['n', 'a', 'a', ..] => Naa.Value.IsMatch(name.Text),
            _ => null,
        };
        if (name.Text.Length > 0 && isWell != true)
        {
            findings.Invalid(name, isWell == null ? "must be valid format starting with iqn, eui, or naa" : "must be valid format");
        }
    }

    private static void CheckQuobyte(Field quobyte, Findings findings)
    {
        Field registry = quobyte["registry"];
        if (registry.Text.Length > 0 && Encoding.UTF8.GetByteCount(quobyte["tenant"].Text) > LongestTenant)
        {
            findings.Required(quobyte["tenant"], "must be a UUID and may not exceed a length of 64 characters");
        }
        else if (registry.Text.Split(',').Any(pair => registry.Text.Length > 0 && !pair.Contains(':', StringComparison.Ordinal)))
        {
            findings.Invalid(registry, "must be a host:port pair or multiple pairs separated by commas");
        }
    }

    private static void CheckStorageOs(Field storage, Findings findings)
    {
        foreach (Field name in ((Field[])[storage["volumeName"], storage["volumeNamespace"]]).Where(name => name.Text.Length > 0))
        {
            findings.Invalid(name, DnsLabel.Problems(name.Text));
        }
    }

    private static void CheckSecret(Field reference, Findings findings)
    {
        if (reference.IsSet && reference["name"].Text.Length == 0)
        {
            findings.Required(reference["name"]);
        }
    }

    private static void CheckOptions(Field options, Findings findings)
    {
        foreach ((string key, Field name, _) in options.Entries())
        {
            string domain = "." + key.Split('/')[0].ToLowerInvariant();
            if (domain.EndsWith(".kubernetes.io", StringComparison.Ordinal) || domain.EndsWith(".k8s.io", StringComparison.Ordinal))
            {
                findings.Invalid(name, "kubernetes.io and k8s.io namespaces are reserved");
            }
        }
    }
}
