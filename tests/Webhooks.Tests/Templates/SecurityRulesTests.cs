using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class SecurityRulesTests
{
    [Theory]
    [InlineData("{runAsUser: §-1}", "runAsUser: Invalid value: -1: must be between 0 and 2147483647, inclusive")]
    [InlineData("{runAsGroup: §2147483648}", "runAsGroup: Invalid value: 2147483648: must be between 0 and 2147483647, inclusive")]
    [InlineData("{runAsUser: §root}", "runAsUser: must be an integer")]
    [InlineData("{runAsNonRoot: §'true'}", "runAsNonRoot: must be true or false; remove the quotes")]
    [InlineData("{privileged: true, allowPrivilegeEscalation: §false}", "allowPrivilegeEscalation: Invalid value: false: cannot set `allowPrivilegeEscalation` to false and `privileged` to true")]
    [InlineData(
        "{allowPrivilegeEscalation: §false, capabilities: {add: [NET_ADMIN, CAP_SYS_ADMIN]}}",
        "allowPrivilegeEscalation: Invalid value: false: cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN")]
    [InlineData("{procMount: §unmasked}", "procMount: Unsupported value: \"unmasked\": supported values: \"Default\"")]
    [InlineData("{procMount: §Unmasked}", "procMount: Invalid value: \"Unmasked\": `hostUsers` must be false to use `Unmasked`; remove it: no template brings hostUsers")]
    [InlineData("{seccompProfile: §{}}", "seccompProfile.type: Required value: one of Localhost, RuntimeDefault, Unconfined")]
    [InlineData("{seccompProfile: {type: §Default}}", "seccompProfile.type: Unsupported value: \"Default\": supported values: \"Localhost\", \"RuntimeDefault\", \"Unconfined\"")]
    [InlineData("{seccompProfile: §{type: Localhost}}", "seccompProfile.localhostProfile: Required value: must be set when seccomp type is Localhost")]
    [InlineData("{seccompProfile: {type: Localhost, localhostProfile: §/a}}", "seccompProfile.localhostProfile: Invalid value: \"/a\": must be a relative path")]
    [InlineData("{seccompProfile: {type: Unconfined, localhostProfile: §a}}", "seccompProfile.localhostProfile: Invalid value: \"a\": can only be set when seccomp type is Localhost")]
    [InlineData("{appArmorProfile: {type: Localhost, localhostProfile: §' a'}}", "appArmorProfile.localhostProfile: Invalid value: \" a\": must not be padded with whitespace")]
    [InlineData("{appArmorProfile: {type: Localhost, localhostProfile: §''}}", "appArmorProfile.localhostProfile: Required value: must be set when AppArmor type is Localhost")]
    [InlineData("{windowsOptions: {runAsUserName: §'a\\b\\c'}}", "windowsOptions.runAsUserName: Invalid value: \"a\\\\b\\\\c\": runAsUserName cannot contain more than one backslash")]
    [InlineData("{windowsOptions: {runAsUserName: §'.\\b'}}", "windowsOptions.runAsUserName: Invalid value: \".\\\\b\": runAsUserName's Domain doesn't match the NetBios nor the DNS format")]
    [InlineData("{windowsOptions: {runAsUserName: §'..'}}", "windowsOptions.runAsUserName: Invalid value: \"..\": runAsUserName's User cannot contain only periods or spaces")]
    [InlineData("{windowsOptions: {gmsaCredentialSpec: §''}}", "windowsOptions.gmsaCredentialSpec: Invalid value: \"\": gmsaCredentialSpec cannot be an empty string")]
    public void Security_contexts(string context, string message) =>
        Refuses(Container("securityContext: " + context), "containers[0].securityContext." + message);

    [Theory]
    [InlineData("{}")]
    [InlineData("{runAsUser: 0, runAsGroup: 2147483647, runAsNonRoot: false, capabilities: {add: [ALL], drop: [anything]}}")]
    [InlineData("{privileged: true, allowPrivilegeEscalation: true, procMount: Default}")]
    [InlineData("{privileged: false, allowPrivilegeEscalation: false, capabilities: {add: [SYS_ADMIN]}}")]
    [InlineData("{seccompProfile: {type: Localhost, localhostProfile: a/b.json}, appArmorProfile: {type: RuntimeDefault, localhostProfile: null}}")]
    [InlineData("{windowsOptions: {runAsUserName: 'NT AUTHORITY\\SYSTEM'}}")]
    public void Security_contexts_that_are_fine(string context) => Accepts(Container("securityContext: " + context));
}
