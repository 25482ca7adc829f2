using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class SchedulingRulesTests
{
    private const string Name =
        "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";

    private const string Value =
        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    private const string Zone = "maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule";

    [Theory]
    [InlineData("{key: §'a b'}", "key: Invalid value: \"a b\": " + Name)]
    [InlineData("§{value: x}", "operator: Invalid value: null: operator must be Exists when `key` is empty, which means \"match all values and all keys\"; give the toleration a key")]
    [InlineData("{key: a, operator: Exists, value: §x}", "value: Invalid value: \"x\": value must be empty when `operator` is 'Exists'")]
    [InlineData("{key: a, value: §x y}", "value: Invalid value: \"x y\": " + Value)]
    [InlineData("{key: a, operator: §exists}", "operator: Unsupported value: \"exists\": supported values: \"Equal\", \"Exists\"; did you mean \"Exists\"?")]
    [InlineData("{key: a, operator: §Gt, value: '5'}", "operator: Invalid value: \"Gt\": is taken only where the feature gate TaintTolerationComparisonOperators is on; use Equal or Exists")]
    [InlineData("{key: a, effect: §NoStart}", "effect: Unsupported value: \"NoStart\": supported values: \"NoExecute\", \"NoSchedule\", \"PreferNoSchedule\"")]
    [InlineData("{key: a, effect: §NoSchedule, tolerationSeconds: 5}", "effect: Invalid value: \"NoSchedule\": effect must be 'NoExecute' when `tolerationSeconds` is set")]
    [InlineData("{key: a, effect: NoExecute, tolerationSeconds: §'5'}", "tolerationSeconds: must be an integer; remove the quotes")]
    public void Tolerations(string toleration, string message) => Refuses($"tolerations: [{toleration}]", "tolerations[0]." + message);

    [Theory]
    [InlineData("[§{}]", "[0].conditionType: Required value")]
    [InlineData("[{conditionType: §a b}]", "[0].conditionType: Invalid value: \"a b\": " + Name)]
    [InlineData("[{conditionType: a}, {conditionType: §a}]", "[1].conditionType: Duplicate value: \"a\"; readinessGates[0].conditionType has it too, change one of them")]
    public void Readiness_gates(string gates, string message) => Refuses("readinessGates: " + gates, "readinessGates" + message);

    [Theory]
    [InlineData("{§a b: c}", "[a b]: Invalid value: \"a b\": " + Name)]
    [InlineData("{disk: §very fast}", "[disk]: Invalid value: \"very fast\": " + Value)]
    [InlineData("{disk: §true}", "[disk]: must be a string, not true; put quotes around it")]
    public void Node_selectors(string selector, string message) => Refuses("nodeSelector: " + selector, "nodeSelector" + message);

    [Theory]
    [InlineData("§{topologyKey: zone, whenUnsatisfiable: DoNotSchedule}", "maxSkew: Required value")]
    [InlineData("{maxSkew: §0, topologyKey: zone, whenUnsatisfiable: DoNotSchedule}", "maxSkew: Invalid value: 0: must be greater than zero")]
    [InlineData("§{maxSkew: 1, whenUnsatisfiable: DoNotSchedule}", "topologyKey: Required value: can not be empty")]
    [InlineData("{maxSkew: 1, topologyKey: §a b, whenUnsatisfiable: DoNotSchedule}", "topologyKey: Invalid value: \"a b\": " + Name)]
    [InlineData("§{maxSkew: 1, topologyKey: zone}", "whenUnsatisfiable: Required value: one of DoNotSchedule, ScheduleAnyway")]
    [InlineData("{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: §Never}", "whenUnsatisfiable: Unsupported value: \"Never\": supported values: \"DoNotSchedule\", \"ScheduleAnyway\"")]
    [InlineData("{" + Zone + ", minDomains: §0}", "minDomains: Invalid value: 0: must be greater than zero")]
    [InlineData(
        "{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway, minDomains: §2}",
        "minDomains: Invalid value: 2: can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ScheduleAnyway")]
    [InlineData("{" + Zone + ", nodeAffinityPolicy: §honor}", "nodeAffinityPolicy: Unsupported value: \"honor\": supported values: \"Honor\", \"Ignore\"; did you mean \"Honor\"?")]
    [InlineData("{" + Zone + ", nodeTaintsPolicy: §''}", "nodeTaintsPolicy: Unsupported value: \"\": supported values: \"Honor\", \"Ignore\"")]
    [InlineData("{" + Zone + ", matchLabelKeys: §[pod-template-hash]}", "matchLabelKeys: Forbidden: must not be specified when labelSelector is not set")]
    [InlineData("{" + Zone + ", labelSelector: {matchLabels: {a: b}}, matchLabelKeys: [§a]}", "matchLabelKeys[0]: Invalid value: \"a\": exists in both matchLabelKeys and labelSelector")]
    [InlineData("{" + Zone + ", labelSelector: {}, matchLabelKeys: [§a b]}", "matchLabelKeys[0]: Invalid value: \"a b\": " + Name)]
    [InlineData("{" + Zone + ", labelSelector: {matchLabels: {a: §b c}}}", "labelSelector.matchLabels[a]: Invalid value: \"b c\": " + Value)]
    [InlineData("{" + Zone + ", labelSelector: {matchExpressions: [§{operator: Exists}]}}", "labelSelector.matchExpressions[0].key: Required value")]
    [InlineData(
        "{" + Zone + ", labelSelector: {matchExpressions: [§{key: a, operator: In}]}}",
        "labelSelector.matchExpressions[0].values: Required value: must be specified when `operator` is 'In' or 'NotIn'")]
    [InlineData(
        "{" + Zone + ", labelSelector: {matchExpressions: [{key: a, operator: Exists, values: §[b]}]}}",
        "labelSelector.matchExpressions[0].values: Forbidden: may not be specified when `operator` is 'Exists' or 'DoesNotExist'")]
    [InlineData(
        "{" + Zone + ", labelSelector: {matchExpressions: [{key: a, operator: §Is, values: [b]}]}}",
        "labelSelector.matchExpressions[0].operator: Invalid value: \"Is\": not a valid selector operator; use In, NotIn, Exists or DoesNotExist")]
    [InlineData(
        "{" + Zone + "}, {maxSkew: 2, topologyKey: §zone, whenUnsatisfiable: DoNotSchedule}",
        "topologyKey: Duplicate value: \"{zone, DoNotSchedule}\"; topologySpreadConstraints[0].topologyKey has it too, change one of them",
        1)]
    public void Spread_constraints(string constraints, string message, int index = 0) =>
        Refuses($"topologySpreadConstraints: [{constraints}]", $"topologySpreadConstraints[{index}].{message}");

    [Theory]
    [InlineData("tolerations: [{operator: Exists}, {key: a.b/c}, {key: a, operator: Equal, value: '', effect: NoExecute, tolerationSeconds: -1}, {operator: Exists, effect: NoSchedule}]")]
    [InlineData("readinessGates: [{conditionType: example.com/Ready}, {conditionType: b}]")]
    [InlineData("nodeSelector: {kubernetes.io/os: linux, disk: ''}")]
    [InlineData("topologySpreadConstraints: [{" + Zone + ", minDomains: 2, nodeAffinityPolicy: Ignore}, {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}]")]
    [InlineData("topologySpreadConstraints: [{" + Zone + ", labelSelector: {matchExpressions: [{key: a, operator: NotIn, values: [b]}]}, matchLabelKeys: [pod-template-hash]}]")]
    public void Scheduling_that_is_fine(string template) => Accepts(template);

    [Fact]
    public void Selectors_in_volumes_are_selectors_too() => Refuses(
        """
        volumes:
        - name: disk
          ephemeral:
            volumeClaimTemplate:
              spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, selector: {matchExpressions: [{key: a, operator: §is}]}}
        - name: trust
          projected: {sources: [{clusterTrustBundle: {signerName: a.b/c, path: p, labelSelector: {matchLabels: {a: §b c}}}}]}
        """,
        "volumes[0].ephemeral.volumeClaimTemplate.spec.selector.matchExpressions[0].operator: Invalid value: \"is\": not a valid selector operator; use In, NotIn, Exists or DoesNotExist",
        "volumes[1].projected.sources[0].clusterTrustBundle.labelSelector.matchLabels[a]: Invalid value: \"b c\": " + Value);
}
