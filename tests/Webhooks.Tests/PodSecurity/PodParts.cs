using System.Text;
using Webhooks.Admission.PodSecurity;
using Webhooks.Resources.Yaml;
using Webhooks.Tests.Templates;
using Xunit;

namespace Webhooks.Tests.PodSecurity;

/// <summary>Judges parts of pods, given as YAML, by one check.</summary>
internal static class PodParts
{
    /// <summary>The check finds this and nothing else, at the places marked <c>§</c>, in the order of the messages.</summary>
    public static void Forbids(string check, string marked, params string[] messages)
    {
        MarkedText text = new(marked);
        Assert.Equal(messages.Length, text.Places.Count);
        Assert.Equal(text.Places.Zip(messages, (place, message) => $"{place}: {message}"), Found(check, text.Text));
    }

    public static void Allows(string check, string yaml) => Assert.Empty(Found(check, yaml));

    /// <summary>What is found, as <c>line:column: path: message; remedy</c>.</summary>
    public static IEnumerable<string> Found(string check, string yaml)
    {
        YamlDocument document = YamlReader.ReadSingle(Encoding.UTF8.GetBytes(yaml));
        Assert.Contains(PodSecurityCatalog.Checks, one => one.Id == check);
        return PodSecurityCatalog.Evaluate(document.Root, PodSecurityLevel.Restricted).Where(finding => finding.Check == check).Select(finding =>
        {
            YamlPosition place = document.PositionOf(finding.Place);
            string remedy = finding.Remedy.Length == 0 ? "" : $"; {finding.Remedy}";
            return $"{place.Line}:{place.Column}: {finding.Path}: {finding.Message}{remedy}";
        });
    }

    /// <summary>The checks that find something, each once.</summary>
    public static IEnumerable<string> ChecksBroken(string yaml, PodSecurityLevel level, bool isWindows = false) =>
        PodSecurityCatalog.Evaluate(YamlReader.ReadSingle(Encoding.UTF8.GetBytes(yaml)).Root, level, isWindows)
            .Select(finding => finding.Check).Distinct();

    /// <summary>A pod of one container, named a, with a security context of its own.</summary>
    public static string Container(string context) => $"containers: [{{name: a, securityContext: {context}}}]";
}
