namespace Webhooks.Admission.Templates.Rules;

/// <summary>A projected volume puts several sources into one folder, each file in a place of its own.</summary>
internal static class ProjectedRules
{
    private const long ShortestToken = 600;
    private const long LongestToken = 1L << 32;
    private static readonly string[] Kinds = ["secret", "configMap", "downwardAPI", "serviceAccountToken", "clusterTrustBundle", "podCertificate"];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (Field projected in template.Root["volumes"].Items().Select(volume => volume["projected"]))
        {
            HashSet<string> paths = new(StringComparer.Ordinal);
            foreach (Field source in projected["sources"].Items())
            {
                if (Kinds.Count(kind => source[kind].IsSet) > 1)
                {
                    findings.Forbidden(source, "may not specify more than 1 volume type per source", "make a source of each");
                }

                CheckKeys(source["secret"], paths, findings);
                CheckKeys(source["configMap"], paths, findings);
                CheckDownward(source["downwardAPI"], paths, findings);
                CheckToken(source["serviceAccountToken"], findings);
                TrustRules.CheckBundle(source["clusterTrustBundle"], paths, findings);
                TrustRules.CheckCertificate(source["podCertificate"], paths, findings);
            }
        }
    }

    /// <summary>Takes the place of a file; another source's file may not have it.</summary>
    public static void TakePath(Field path, HashSet<string> paths, Findings findings)
    {
        if (path.Text.Length > 0 && !paths.Add(path.Text))
        {
            findings.Invalid(path, "conflicting duplicate paths");
        }
    }

    private static void CheckKeys(Field source, HashSet<string> paths, Findings findings)
    {
        if (source.IsSet && source["name"].Text.Length == 0)
        {
            findings.Required(source["name"]);
        }

        foreach (Field item in source["items"].Items())
        {
            VolumeItemRules.CheckKey(item, findings);
            TakePath(item["path"], paths, findings);
        }
    }

    private static void CheckDownward(Field source, HashSet<string> paths, Findings findings)
    {
        foreach (Field item in source["items"].Items())
        {
            VolumeItemRules.CheckDownward(item, findings);
            TakePath(item["path"], paths, findings);
        }
    }

    private static void CheckToken(Field token, Findings findings)
    {
        if (!token.IsSet)
        {
            return;
        }

        VolumeItemRules.CheckPath(token["path"], findings);
        Field expiration = token["expirationSeconds"];
        if (expiration.IsSet && expiration.Number < ShortestToken)
        {
            findings.Invalid(expiration, "may not specify a duration less than 10 minutes");
        }
        else if (expiration.Number > LongestToken)
        {
            findings.Invalid(expiration, "may not specify a duration larger than 2^32 seconds");
        }
    }
}
