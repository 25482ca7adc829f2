using Xunit;

namespace Webhooks.Tests.Fuzz;

/// <summary>Template files of at most 64 KB that ask for much work.</summary>
internal static class TemplateFuzzCases
{
    public static TheoryData<string, string> All => new()
    {
        { "empty containers", "containers: [" + Many("{},", 21_000) + "]" },
        { "containers of one unknown field", "containers: [" + Many("{a: b},", 9_000) + "]" },
        { "containers of one name", "containers: [" + Many("{name: a},", 6_000) + "]" },
        { "mounts of volumes that are not there", $"volumes: [{Many(2_000, i => $"{{name: v{i}}},")}]\ncontainers: [{{name: a, image: i, volumeMounts: [{Many(1_000, i => $"{{name: w{i}, mountPath: /{i}}},")}]}}]" },
        { "unknown fields", "containers: [{" + Many(6_000, i => $"f{i}: 1,") + "}]" },
        { "long names", $"volumes: [{{name: {new string('a', 30_000)}}}]\ncontainers: [{{name: a, image: i, volumeMounts: [{{name: {new string('b', 30_000)}, mountPath: /a}}]}}]" },
        { "ports", "containers: [{name: a, image: i, ports: [" + Many("{containerPort: 80},", 3_000) + "]}]" },
        { "many config maps", Many(600, i => $"---\nkind: ConfigMap\nmetadata: {{name: t{i}-initializer}}\ndata:\n  config: |\n    volumes: [{{name: a}}]\n") },
        { "one config map, many times", Many("---\nkind: ConfigMap\nmetadata: {name: a-initializer}\ndata: {config: '[]'}\n", 800) },
        { "many documents", Many("--- {}\n", 9_000) },
        { "aliases of a container", "containers:\n- &a {name: a, image: i, env: [{name: =}], ports: [{containerPort: 0}]}\n" + Many("- *a\n", 12_000) },
        { "aliases of aliases", "a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ncontainers: [*d,*d,*d,*d,*d,*d,*d,*d,*d]" },
        { "deep nesting", "containers: " + new string('[', 250) + new string(']', 250) },
        { "resources", "containers: [{name: a, image: i, resources: {limits: {" + Many(3_000, i => $"r{i}: 1,") + "}, requests: {" + Many(3_000, i => $"r{i}: 2,") + "}}}]" },
        { "labels", "metadata: {labels: {" + Many(5_000, i => $"-{i}: '-',") + "}}" },
        { "one long annotation", $"metadata: {{annotations: {{a: {new string('x', 64_000)}}}}}" },
        { "an iqn with many starts", $"volumes: [{{name: a, iscsi: {{targetPortal: t, iqn: '{Many("iqn.2001-04.", 5_000)}'}}}}]" },
        { "a user with a long domain", $"containers: [{{name: a, image: i, securityContext: {{windowsOptions: {{runAsUserName: '{new string('a', 60_000)}.\\b'}}}}}}]" },
        { "globs", "volumes: [{name: a}]\ninjection: {namespaces: [" + Many("'A*',", 9_000) + "]}" },
        { "volumes of the workload", $"injection: {{workloadVolumes: [{Many(5_000, i => $"v{i},")}]}}\ncontainers: [{{name: a, image: i, volumeMounts: [{Many(600, i => $"{{name: w{i}, mountPath: /{i}}},")}]}}]" },
        { "stars", "containers: [" + Many("{name: '*'},", 5_000) + "]" },
        { "search domains", "dnsConfig: {searches: [" + Many("_a.b.c,", 8_000) + "]}" },
        { "a sysctl of many segments", $"securityContext: {{sysctls: [{{name: {Many("a.", 30_000)}}}]}}" },
        { "spread constraints of one key", "topologySpreadConstraints: [" + Many("{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule},", 900) + "]" },
        { "label keys", $"topologySpreadConstraints: [{{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, labelSelector: {{matchLabels: {{{Many(2_000, i => $"k{i}: v,")}}}}}, matchLabelKeys: [{Many(2_000, i => $"k{i},")}]}}]" },
        { "claims", $"resourceClaims: [{Many(900, i => $"{{name: c{i}, resourceClaimName: a}},")}]\ncontainers: [{{name: a, image: i, resources: {{claims: [{Many(900, i => $"{{name: d{i}}},")}]}}}}]" },
        { "host aliases", "hostAliases: [" + Many("{ip: '1::2', hostnames: [A]},", 1_500) + "]" },
        { "a block of blank lines", "kind: ConfigMap\nmetadata: {name: a-initializer}\ndata:\n  config: |\n" + new string('\n', 60_000) + "    volumes: [{}]\n" },
        { "bare lists in lists", "kind: List\nitems: [{kind: List, items: [" + Many("{kind: List, items: [", 120) + Many("]}", 120) + "]}]" },
    };

    private static string Many(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Many(int count, Func<int, string> text) => string.Concat(Enumerable.Range(0, count).Select(text));
}
