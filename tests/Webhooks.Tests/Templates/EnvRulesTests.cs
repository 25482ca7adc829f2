using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class EnvRulesTests
{
    private const string Subdomain =
        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";

    [Theory]
    [InlineData("[§{value: x}]", "[0].name: Required value")]
    [InlineData("[{name: §a=b}]", "[0].name: Invalid value: \"a=b\": a valid environment variable name must consist only of printable ASCII characters other than '='")]
    [InlineData("[{name: A, value: §8080}]", "[0].value: must be a string, not the number 8080; put quotes around it")]
    [InlineData("[{name: A, value: §0022}]", "[0].value: must be a string, not the number 18; put quotes around it")]
    [InlineData("[{name: A, value: §yes}]", "[0].value: must be a string, not true; put quotes around it")]
    [InlineData("[{name: A, valueFrom: §{}}]", "[0].valueFrom: Invalid value: \"\": must specify one of: fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef")]
    [InlineData("[{name: A, value: x, valueFrom: §{fieldRef: {fieldPath: metadata.name}}}]", "[0].valueFrom: Invalid value: \"\": may not be specified when `value` is not empty; keep one of them")]
    [InlineData(
        "[{name: A, valueFrom: §{fieldRef: {fieldPath: metadata.name}, secretKeyRef: {name: s, key: k}}}]",
        "[0].valueFrom: Invalid value: \"\": may not have more than one field specified at a time")]
    [InlineData("[{name: A, valueFrom: {fieldRef: §{}}}]", "[0].valueFrom.fieldRef.fieldPath: Required value")]
    [InlineData(
        "[{name: A, valueFrom: {fieldRef: {fieldPath: §metadata.nme}}}]",
        "[0].valueFrom.fieldRef.fieldPath: Unsupported value: \"metadata.nme\": supported values: \"metadata.name\", \"metadata.namespace\", \"metadata.uid\", \"spec.nodeName\", \"spec.serviceAccountName\", \"status.hostIP\", \"status.hostIPs\", \"status.podIP\", \"status.podIPs\"; did you mean \"metadata.name\"?")]
    [InlineData("[{name: A, valueFrom: {fieldRef: {fieldPath: §\"spec.nodeName['x']\"}}}]", "[0].valueFrom.fieldRef.fieldPath: Invalid value: \"spec.nodeName['x']\": does not support subscript")]
    [InlineData("[{name: A, valueFrom: {fieldRef: {apiVersion: §v2, fieldPath: metadata.name}}}]", "[0].valueFrom.fieldRef.apiVersion: Invalid value: \"v2\": unsupported pod version: v2; use v1")]
    [InlineData("[{name: A, valueFrom: {resourceFieldRef: §{}}}]", "[0].valueFrom.resourceFieldRef.resource: Required value")]
    [InlineData(
        "[{name: A, valueFrom: {resourceFieldRef: {resource: §cpu}}}]",
        "[0].valueFrom.resourceFieldRef.resource: Unsupported value: \"cpu\": supported values: \"limits.cpu\", \"limits.ephemeral-storage\", \"limits.memory\", \"requests.cpu\", \"requests.ephemeral-storage\", \"requests.memory\"")]
    [InlineData("[{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: §1k}}}]", "[0].valueFrom.resourceFieldRef.divisor: Invalid value: \"1k\": only divisor's values 1, 1m are supported with limits.cpu")]
    [InlineData("[{name: A, valueFrom: {secretKeyRef: §{key: k}}}]", "[0].valueFrom.secretKeyRef.name: Required value")]
    [InlineData("[{name: A, valueFrom: {configMapKeyRef: §{name: c}}}]", "[0].valueFrom.configMapKeyRef.key: Required value")]
    [InlineData("[{name: A, valueFrom: {configMapKeyRef: {name: §C, key: k}}}]", "[0].valueFrom.configMapKeyRef.name: Invalid value: \"C\": " + Subdomain)]
    [InlineData("[{name: A, valueFrom: {configMapKeyRef: {name: c, key: §..}}}]", "[0].valueFrom.configMapKeyRef.key: Invalid value: \"..\": must not be '..'")]
    [InlineData("[{name: A, valueFrom: {fileKeyRef: {volumeName: §dat, path: f, key: K}}}]", "[0].valueFrom.fileKeyRef.volumeName: Not found: \"dat\"; add it to volumes, or to injection.workloadVolumes where the workload brings it; did you mean \"data\"?")]
    [InlineData("[{name: A, valueFrom: {fileKeyRef: {volumeName: §disk, path: f, key: K}}}]", "[0].valueFrom.fileKeyRef.volumeName: Invalid value: \"disk\": referenced volume must be of type emptyDir")]
    [InlineData("[{name: A, valueFrom: {fileKeyRef: {volumeName: data, path: §/f, key: K}}}]", "[0].valueFrom.fileKeyRef.path: Invalid value: \"/f\": must be a relative path")]
    public void Variables(string env, string message) => Refuses(Container("env: " + env), "containers[0].env" + message);

    [Theory]
    [InlineData("[§{}]", "[0]: Invalid value: \"\": must specify one of: configMapRef, secretRef")]
    [InlineData("[§{configMapRef: {name: a}, secretRef: {name: b}}]", "[0]: Invalid value: \"\": may not have more than one field specified at a time")]
    [InlineData("[{secretRef: §{}}]", "[0].secretRef.name: Required value")]
    [InlineData("[{secretRef: {name: §_}}]", "[0].secretRef.name: Invalid value: \"_\": " + Subdomain)]
    [InlineData("[{prefix: §=, secretRef: {name: a}}]", "[0].prefix: Invalid value: \"=\": a valid environment variable name must consist only of printable ASCII characters other than '='")]
    public void Sources_of_variables(string envFrom, string message) => Refuses(Container("envFrom: " + envFrom), "containers[0].envFrom" + message);

    [Theory]
    [InlineData("env: [{name: A}, {name: A, value: ''}]")]
    [InlineData("env: [{name: '1 b', value: null, valueFrom: null}]")]
    [InlineData("env: [{name: A, value: '', valueFrom: {fieldRef: {fieldPath: spec.host}}}]")]
    [InlineData("env: [{name: A, valueFrom: {fieldRef: {apiVersion: '', fieldPath: \"metadata.annotations['Example.com/a']\"}}}]")]
    [InlineData("env: [{name: A, valueFrom: {resourceFieldRef: {resource: requests.hugepages-2Mi, divisor: 1Mi}}}]")]
    [InlineData("env: [{name: A, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 0.001}}}]")]
    [InlineData("env: [{name: A, valueFrom: {fileKeyRef: {volumeName: data, path: a/b, key: K, optional: true}}}]")]
    [InlineData("envFrom: [{prefix: '', configMapRef: {name: a-}}, {secretRef: {name: b, optional: true}}]")]
    public void Variables_that_are_fine(string fragment) => Accepts(Container(fragment));
}
