using Webhooks.Resources.Json;

namespace Webhooks.Sandbox.Defaulting;

/// <summary>Defaults of containers. Source: <c>pkg/apis/core/v1/defaults.go</c>.</summary>
internal static class ContainerDefaults
{
    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];

    /// <summary>Fills a container.</summary>
    /// <param name="container">The container.</param>
    /// <param name="isOnHost">Whether it is of a Pod on the host's network, where its ports are the host's; templates don't say.</param>
    public static void Fill(JsonDraft container, bool isOnHost)
    {
        container.DefaultText("imagePullPolicy", PullPolicy(container.Text("image")));
        container.DefaultText("terminationMessagePath", "/dev/termination-log");
        container.DefaultText("terminationMessagePolicy", "File");
        foreach (JsonDraft port in container.List("ports"))
        {
            port.DefaultText("protocol", "TCP");
            if (isOnHost && port.FindSource("containerPort") is { IsMissing: false } number)
            {
                port.Default("hostPort", number.ToString());
            }
        }

        foreach (JsonDraft variable in container.List("env"))
        {
            variable.Find("valueFrom")?.Find("fieldRef")?.DefaultText("apiVersion", "v1");
        }

        foreach (string name in Probes)
        {
            OfProbe(container.Find(name));
        }

        OfHandler(container.Find("lifecycle")?.Find("postStart"));
        OfHandler(container.Find("lifecycle")?.Find("preStop"));
    }

    /// <summary><c>Always</c> for the tag latest and for none, unless a digest says which image it is.</summary>
    public static string PullPolicy(string image)
    {
        if (image.Contains('@', StringComparison.Ordinal))
        {
            return "IfNotPresent";
        }

        int tag = image.LastIndexOf(':');
        bool hasTag = tag > image.LastIndexOf('/') && tag + 1 < image.Length;
        return image.Length > 0 && (!hasTag || image.AsSpan(tag + 1).SequenceEqual("latest")) ? "Always" : "IfNotPresent";
    }

    private static void OfProbe(JsonDraft? probe)
    {
        if (probe is not { Kind: JsonKind.Object })
        {
            return;
        }

        probe.Default("timeoutSeconds", "1");
        probe.Default("periodSeconds", "10");
        probe.Default("successThreshold", "1");
        probe.Default("failureThreshold", "3");
        OfHandler(probe);
    }

    private static void OfHandler(JsonDraft? handler)
    {
        if (handler?.Find("httpGet") is { Kind: JsonKind.Object } get)
        {
            get.DefaultText("path", "/");
            get.DefaultText("scheme", "HTTP");
        }

        if (handler?.Find("grpc") is { Kind: JsonKind.Object } call)
        {
            call.DefaultText("service", "");
        }
    }
}
