using System.Text;
using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>What is added to a pod's resolv.conf stays within what C libraries read.</summary>
internal static class DnsRules
{
    private const int MostServers = 3;
    private const int MostSearches = 32;
    private const int MostSearchBytes = 2048;

    public static void Check(TemplateFields template, Findings findings)
    {
        Field config = template.Root["dnsConfig"];
        CheckServers(config["nameservers"], findings);
        CheckSearches(config["searches"], findings);
        foreach (Field name in config["options"].Items().Select(option => option["name"]).Where(name => name.Text.Length == 0))
        {
            findings.Required(name, "must not be empty");
        }
    }

    private static void CheckServers(Field servers, Findings findings)
    {
        if (servers.Count > MostServers)
        {
            findings.Invalid(servers, $"must not have more than {MostServers} nameservers");
        }

        foreach (Field server in servers.Items())
        {
            findings.Invalid(server, IpAddress.Problems(server.Text));
        }
    }

    private static void CheckSearches(Field searches, Findings findings)
    {
        if (searches.Count > MostSearches)
        {
            findings.Invalid(searches, $"must not have more than {MostSearches} search paths");
        }

        long bytes = -1;
        foreach (Field search in searches.Items())
        {
            bytes += Encoding.UTF8.GetByteCount(search.Text) + 1;
            findings.Invalid(search, SearchDomain.Problems(search.Text));
        }

        if (bytes > MostSearchBytes)
        {
            findings.Invalid(searches, $"must not have more than {MostSearchBytes} characters (including spaces) in the search list");
        }
    }
}
