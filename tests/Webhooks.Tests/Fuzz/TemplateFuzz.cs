using System.Text;
using Webhooks.Admission.Templates;
using Webhooks.Shared.Fuzz;
using Webhooks.Tests.Templates;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Fuzz;

/// <summary>An input is a file of templates: whatever is wrong with it is a problem in words, never an exception.</summary>
public class TemplateFuzz(ITestOutputHelper output)
{
    private static readonly string[] Tokens =
    [
        "\n", "\n  ", "\n- ", "- ", ": ", "{", "}", "[", "]", ",", "'", "\"", "|", ">", "# ", "---\n", "...\n", "&a ", "*a", "<<: *a", "!!str ", "? ", "~", "null",
        "true", "no", "0644", "-1", "1e9", ".inf", "99999999999", "é", "\U0001F600", "\u0085", "\u2028", "\r\n", "\t", "\0", "kind: List\nitems:\n", "kind: ConfigMap\n",
        "metadata: {name: a-initializer}\n", "data:\n  config: |\n    ", "containers:\n- name: a\n  image: i\n", "initContainers: ", "volumes: [{name: a}]\n", "env: ",
        "valueFrom: {fieldRef: {fieldPath: metadata.name}}", "ports: [{containerPort: 80}]", "resources: {limits: {cpu: 1}}", "projected: {sources: [{}]}",
        "livenessProbe: {tcpSocket: {port: 80}}", "securityContext: {runAsUser: 0}", "annotations: {a: b}", "injection: {default: true}",
        "injection: {namespaces: ['*'], order: 1, os: windows, workloadVolumes: [a]}\n", "- name: '*'\n  env: [{name: A}]\n", "hostAliases: ", "tolerations: [{}]", "readinessGates: ",
        "nodeSelector: ", "dnsConfig: {searches: [a]}", "sysctls: [{name: a.b}]", "shareProcessNamespace: ", "terminationGracePeriodSeconds: ", "resourceClaims: [{name: a}]",
        "topologySpreadConstraints: [{maxSkew: 1, labelSelector: {matchExpressions: [{}]}, matchLabelKeys: [a]}]", "windowsOptions: {hostProcess: true}", "hostNetwork: true\n",
    ];

    [Fact]
    public void Templates_stand_up_to_damaged_files() => Fuzz().Damaged(Corpus(), Tokens, 6_000, output);

    [Theory]
    [MemberData(nameof(TemplateFuzzCases.All), MemberType = typeof(TemplateFuzzCases))]
    public void Templates_stand_up_to_hostile_files(string name, string text)
    {
        byte[] input = Encoding.UTF8.GetBytes(text);
        Assert.True(input.Length <= FuzzMutations.LongestInput, $"{input.Length} bytes");
        Fuzz().Once(input, name);
    }

    private static FuzzRun Fuzz() => new(Read);

    private static byte[][] Corpus() =>
    [
        .. new[] { ValidTemplates.LoggingAgent, ValidTemplates.ConfigMap, ValidTemplates.Json, ValidTemplates.Anchors, ValidTemplates.Placement, ValidTemplates.EveryContainer, ValidTemplates.Windows }
            .Concat([ValidTemplates.ConfigMap + "\n---\n" + ValidTemplates.Json, "kind: List\nitems:\n- " + ValidTemplates.ConfigMap.Replace("\n", "\n  ", StringComparison.Ordinal)])
            .Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>Loads the file: a template is valid or has a problem, and every problem has a place and a message.</summary>
    private static void Read(byte[] input)
    {
        LoadedTemplates loaded = TemplateLoader.Load([new TemplateFile("a.yaml", input)], TemplateFiles.Prefix);
        Assert.All(loaded.Problems, problem => Assert.True(problem.Line > 0 && problem.Column > 0 && problem.Message.Length is > 0 and < 10_000, problem.ToString()));
        Assert.All(loaded.Problems, problem => Assert.True(problem.Template == null || loaded.Templates.Find(problem.Template) == null));
        Assert.All(loaded.Templates.Names, name => Assert.Equal(16, loaded.Templates.Find(name)!.Hash.Length));
    }
}
