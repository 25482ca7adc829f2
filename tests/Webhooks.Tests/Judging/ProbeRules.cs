using System.Text.Json;

namespace Webhooks.Tests.Judging;

/// <summary>Probes and hooks do one thing each, belong to containers that stay, and sleep no longer than the pod's end takes.</summary>
internal static class ProbeRules
{
    private static readonly string[] Counts = ["initialDelaySeconds", "timeoutSeconds", "periodSeconds", "successThreshold", "failureThreshold"];
    private static readonly string[] Kinds = ["exec", "httpGet", "tcpSocket", "grpc", "sleep"];

    public static void Judge(JudgedPod pod)
    {
        pod.Forbid(pod.Grace < 0, "terminationGracePeriodSeconds");
        foreach (JudgedContainer one in pod.Containers)
        {
            foreach (string name in (string[])["livenessProbe", "readinessProbe", "startupProbe"])
            {
                JsonElement probe = one.Json.Get(name);
                if (one.Json.Has(name))
                {
                    string what = $"{one.Name}: {name}";
                    pod.Forbid(one.IsPlainInit, $"{what} of an init container");
                    JudgeHandler(pod, probe, what);
                    pod.Forbid(Counts.Any(count => probe.Number(count) < 0), $"{what}: count");
                    pod.Forbid(name != "readinessProbe" && probe.Number("successThreshold") is not (0 or 1), $"{what}: successThreshold");
                    pod.Forbid(probe.Has("terminationGracePeriodSeconds") && (name == "readinessProbe" || probe.Number("terminationGracePeriodSeconds") <= 0), $"{what}: grace period");
                }
            }

            JsonElement lifecycle = one.Json.Get("lifecycle");
            pod.Forbid(one.Json.Has("lifecycle") && one.IsPlainInit, $"{one.Name}: lifecycle of an init container");
            foreach (string hook in lifecycle.Standing(["postStart", "preStop"]))
            {
                JudgeHandler(pod, lifecycle.Get(hook), $"{one.Name}: {hook}");
                pod.Forbid(lifecycle.Get(hook, "sleep").Number("seconds") is var seconds && (seconds < 0 || seconds > pod.Grace), $"{one.Name}: {hook} sleeps too long");
            }
        }
    }

    private static void JudgeHandler(JudgedPod pod, JsonElement handler, string what)
    {
        pod.Forbid(handler.Standing(Kinds).Count() != 1, $"{what}: not one handler");
        pod.Forbid(handler.Has("exec") && !handler.Get("exec").List("command").Any(), $"{what}: command");
        pod.Forbid(handler.Has("httpGet") && !IsPort(handler.Get("httpGet", "port")), $"{what}: port");
        pod.Forbid(handler.Get("httpGet").Text("scheme") is not ("" or "HTTP" or "HTTPS"), $"{what}: scheme");
        pod.Forbid(handler.Get("httpGet").List("httpHeaders").Any(header => !IsHeader(header.Text("name"))), $"{what}: header");
        pod.Forbid(handler.Has("tcpSocket") && !IsPort(handler.Get("tcpSocket", "port")), $"{what}: port");
        pod.Forbid(handler.Has("grpc") && !Syntax.IsPort(handler.Get("grpc").Number("port")), $"{what}: port");
    }

    private static bool IsHeader(string name) => name.Length > 0 && name.All(next => char.IsAsciiLetterOrDigit(next) || next == '-');

    private static bool IsPort(JsonElement port) => port.ValueKind == JsonValueKind.String ? Syntax.IsPortName(port.GetString()!) : Syntax.IsPort(port.AsNumber());
}
