using System.Globalization;
using System.Text;

namespace Webhooks.Client.Configuration;

/// <summary>Reads what a kubeconfig file says about an exec plugin.</summary>
internal static class KubeconfigExec
{
    private const string Group = "client.authentication.k8s.io";

    /// <exception cref="ConfigurationException">It names no command, or what client-go refuses.</exception>
    public static ExecPlugin Read(KubeconfigNode exec, KubeconfigNode cluster)
    {
        string version = exec.Text("apiVersion");
        if (version is not ($"{Group}/v1" or $"{Group}/v1beta1"))
        {
            throw exec.Error("apiVersion", $"it must be {Group}/v1 or {Group}/v1beta1, whichever the plugin prints; v1alpha1 ended with 1.24: update the plugin");
        }

        string command = exec.Text("command");
        if (command.Length == 0)
        {
            throw exec.Error("command", "the plugin has none; name a program");
        }

        bool provides = exec.Flag("provideClusterInfo");
        return new ExecPlugin(
            version,
            command.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) ? exec.FilePath("command") : command,
            exec.Texts("args"),
            [.. exec.Items("env").Select(Variable)],
            Printable(exec.Text("installHint")),
            provides,
            provides ? KubeconfigCluster.ExecConfig(cluster) : "",
            Mode(exec, version));
    }

    private static KeyValuePair<string, string> Variable(KubeconfigNode item) => item.Text("name") is { Length: > 0 } name
        ? new(name, item.Text("value"))
        : throw item.Error("name", "the variable has none; write one");

    private static ExecInteractiveMode Mode(KubeconfigNode exec, string version) => exec.Text("interactiveMode") switch
    {
        "" when version == $"{Group}/v1beta1" => ExecInteractiveMode.IfAvailable,
        "IfAvailable" => ExecInteractiveMode.IfAvailable,
        "Never" => ExecInteractiveMode.Never,
        "Always" => ExecInteractiveMode.Always,
        "" => throw exec.Error("interactiveMode", $"with {Group}/v1 it must be said; write Never, IfAvailable or Always"),
        _ => throw exec.Error("interactiveMode", "it must be Never, IfAvailable or Always"),
    };

    // The hint is shown on a terminal, which must not take orders from a file: as U+001B, like client-go.
    private static string Printable(string hint)
    {
        StringBuilder text = new();
        foreach (Rune rune in hint.EnumerateRunes())
        {
            bool isPassed = rune.Value is >= 0x09 and <= 0x0D ||
                Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
            _ = isPassed ? text.Append(rune) : text.Append(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}");
        }

        return text.ToString();
    }
}
