using System.Buffers;
using System.Text;
using Webhooks.Client.Configuration;
using Webhooks.Resources.Json;

namespace Webhooks.Client.Credentials;

/// <summary>What a plugin is told in <c>KUBERNETES_EXEC_INFO</c>, as client-go writes it.</summary>
internal static class PluginInfo
{
    /// <summary>The variable that it stands in.</summary>
    public const string Variable = "KUBERNETES_EXEC_INFO";

    /// <param name="plugin">The plugin.</param>
    /// <param name="options">The cluster that it is told about, if it is to be.</param>
    /// <param name="isInteractive">Whether it may read standard input.</param>
    /// <param name="sources">Where the file of the cluster's authority is.</param>
    /// <exception cref="ConfigurationException">That can't be read.</exception>
    public static string Write(ExecPlugin plugin, ClientOptions options, bool isInteractive, ConfigurationSources sources)
    {
        ArrayBufferWriter<byte> text = new();
        JsonWriter writer = new(text);
        writer.StartObject();
        writer.WriteText("kind", "ExecCredential");
        writer.WriteText("apiVersion", plugin.ApiVersion);
        writer.WriteName("spec");
        writer.StartObject();
        if (plugin.ProvideClusterInfo)
        {
            writer.WriteName("cluster");
            WriteCluster(writer, plugin, options, sources);
        }

        writer.WriteName("interactive");
        writer.WriteBool(isInteractive);
        writer.EndObject();
        writer.EndObject();
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private static void WriteCluster(JsonWriter writer, ExecPlugin plugin, ClientOptions options, ConfigurationSources sources)
    {
        writer.StartObject();
        WriteSome(writer, "server", options.Server.GetLeftPart(UriPartial.Path).TrimEnd('/'));
        WriteSome(writer, "tls-server-name", options.TlsServerName);
        WriteTrue(writer, "insecure-skip-tls-verify", options.InsecureSkipTlsVerify);
        WriteSome(writer, "certificate-authority-data", Convert.ToBase64String(Authority(options.CertificateAuthority, sources)));
        WriteSome(writer, "proxy-url", options.Proxy?.OriginalString ?? "");
        WriteTrue(writer, "disable-compression", options.DisableCompression);
        if (plugin.ClusterConfig.Length > 0)
        {
            writer.WriteName("config");
            writer.WriteRaw(Encoding.UTF8.GetBytes(plugin.ClusterConfig));
        }

        writer.EndObject();
    }

    private static byte[] Authority(PemSource? source, ConfigurationSources sources)
    {
        if (source is PemSource.OfFile file)
        {
            return sources.Problem(file.Path, out byte[]? content) is { } problem ? throw new ConfigurationException($"{file.Path}: {problem}") : content!;
        }

        return (source as PemSource.Inline)?.Text.ToArray() ?? [];
    }

    private static void WriteSome(JsonWriter writer, string name, string text)
    {
        if (text.Length > 0)
        {
            writer.WriteText(name, text);
        }
    }

    private static void WriteTrue(JsonWriter writer, string name, bool value)
    {
        if (value)
        {
            writer.WriteName(name);
            writer.WriteBool(true);
        }
    }
}
