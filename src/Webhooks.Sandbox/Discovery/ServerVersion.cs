using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Discovery;

/// <summary>The version of Kubernetes whose behaviour the sandbox has.</summary>
internal static class ServerVersion
{
    /// <summary>The version as tags name it.</summary>
    public const string GitVersion = "v1.36.2";

    /// <summary>Writes what <c>/version</c> answers. There is no commit and no Go behind it: those members are placeholders.</summary>
    public static void Write(JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteText("major", "1");
        writer.WriteText("minor", "36");
        writer.WriteText("emulationMajor", "1");
        writer.WriteText("emulationMinor", "36");
        writer.WriteText("minCompatibilityMajor", "1");
        writer.WriteText("minCompatibilityMinor", "35");
        writer.WriteText("gitVersion", GitVersion);
        writer.WriteText("gitCommit", new string('0', 40));
        writer.WriteText("gitTreeState", "clean");
        writer.WriteText("buildDate", "1970-01-01T00:00:00Z");
        writer.WriteText("goVersion", "go1.26");
        writer.WriteText("compiler", "gc");
        writer.WriteText("platform", "linux/amd64");
        writer.EndObject();
    }
}
