namespace Webhooks.Admission.Templates.Rules;

/// <summary>Projected certificates: bundles to trust, and one of the pod's own.</summary>
internal static class TrustRules
{
    private const long ShortestLife = 3600;
    private const long LongestLife = 91 * 24 * 3600;
    private static readonly string[] KeyTypes = ["ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519", "RSA3072", "RSA4096"];

    public static void CheckBundle(Field bundle, HashSet<string> paths, Findings findings)
    {
        if (!bundle.IsSet)
        {
            return;
        }

        Field name = bundle["name"];
        Field signer = bundle["signerName"];
        if (name.IsSet && signer.IsSet)
        {
            findings.Invalid(bundle, "only one of name and signerName may be used");
        }
        else if (!name.IsSet && !signer.IsSet)
        {
            findings.Required(bundle, "either name or signerName must be specified");
        }
        else if (name is { IsSet: true, Text.Length: 0 })
        {
            findings.Required(name, "must be a valid object name");
        }
        else if (signer is { IsSet: true, Text.Length: 0 })
        {
            findings.Required(signer, "must be a valid signer name");
        }

        if (name.IsSet && bundle["labelSelector"].IsSet)
        {
            findings.Invalid(bundle["labelSelector"], "labelSelector must be unset if name is specified");
        }

        SelectorRules.Check(bundle["labelSelector"], findings);
        VolumeItemRules.CheckPath(bundle["path"], findings);
        ProjectedRules.TakePath(bundle["path"], paths, findings);
    }

    public static void CheckCertificate(Field certificate, HashSet<string> paths, Findings findings)
    {
        if (!certificate.IsSet)
        {
            return;
        }

        if (certificate["signerName"].Text.Length == 0)
        {
            findings.Required(certificate["signerName"]);
        }

        ResizeRules.RequireChoice(certificate["keyType"], KeyTypes, findings);
        if (certificate["maxExpirationSeconds"] is { IsSet: true, Number: < ShortestLife or > LongestLife } life)
        {
            findings.Invalid(life, $"must be between {ShortestLife} and {LongestLife}, inclusive");
        }

        Field[] files = [certificate["credentialBundlePath"], certificate["keyPath"], certificate["certificateChainPath"]];
        if (files.All(file => file.Text.Length == 0))
        {
            findings.Required(certificate, "specify at least one of credentialBundlePath, keyPath, and certificateChainPath");
        }

        foreach (Field file in files.Where(file => file.Text.Length > 0))
        {
            findings.Invalid(file, LocalPath.FileProblems(file.Text));
            ProjectedRules.TakePath(file, paths, findings);
        }
    }
}
