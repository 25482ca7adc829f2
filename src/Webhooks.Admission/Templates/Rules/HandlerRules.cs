using Webhooks.Resources.Json;
using Webhooks.Resources.Names;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>What a probe or a hook does: exactly one thing.</summary>
internal static class HandlerRules
{
    private static readonly string[] Kinds = ["exec", "httpGet", "tcpSocket", "grpc", "sleep"];
    private static readonly string[] Schemes = ["HTTP", "HTTPS"];

    public static void Check(Field handler, Findings findings)
    {
        Field[] set = [.. Kinds.Select(kind => handler[kind]).Where(kind => kind.IsSet)];
        if (set.Length == 0)
        {
            findings.Required(handler, "must specify a handler type");
        }

        foreach (Field surplus in set.Skip(1))
        {
            findings.Forbidden(surplus, "may not specify more than 1 handler type");
        }

        CheckExec(handler["exec"], findings);
        CheckHttp(handler["httpGet"], findings);
        if (handler["tcpSocket"] is { IsSet: true } socket)
        {
            CheckPort(socket["port"], findings);
        }

        if (handler["grpc"] is { IsSet: true } grpc)
        {
            PortRules.CheckNumber(grpc["port"], findings);
        }
    }

    private static void CheckExec(Field exec, Findings findings)
    {
        if (exec.IsSet && exec["command"].Count == 0)
        {
            findings.Required(exec["command"]);
        }
    }

    private static void CheckHttp(Field http, Findings findings)
    {
        if (!http.IsSet)
        {
            return;
        }

        CheckPort(http["port"], findings);
        ContainerRules.CheckChoice(http["scheme"], Schemes, findings);
        foreach (Field name in http["httpHeaders"].Items().Select(header => header["name"]))
        {
            if (name.Text.Length == 0 || !name.Text.All(next => char.IsAsciiLetterOrDigit(next) || next == '-'))
            {
                findings.Invalid(name, "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')");
            }
        }
    }

    private static void CheckPort(Field port, Findings findings)
    {
        if (port.Value.Kind != JsonKind.String)
        {
            PortRules.CheckNumber(port, findings);
        }
        else if (PortName.Problems(port.Text) is { Count: > 0 } problems)
        {
            bool isNumber = port.Text.Length > 0 && port.Text.All(char.IsAsciiDigit);
            findings.Invalid(port, string.Join(", ", problems), isNumber ? "remove the quotes, they make a name of the number" : "");
        }
    }
}
