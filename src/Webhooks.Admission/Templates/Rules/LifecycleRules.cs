using System.Globalization;

namespace Webhooks.Admission.Templates.Rules;

/// <summary>Hooks do one thing each, and belong to containers that stay.</summary>
internal static class LifecycleRules
{
    private static readonly HashSet<string> Signals =
    [
        "SIGABRT", "SIGALRM", "SIGBUS", "SIGCHLD", "SIGCLD", "SIGCONT", "SIGFPE", "SIGHUP", "SIGILL", "SIGINT", "SIGIO", "SIGIOT",
        "SIGKILL", "SIGPIPE", "SIGPOLL", "SIGPROF", "SIGPWR", "SIGQUIT", "SIGSEGV", "SIGSTKFLT", "SIGSTOP", "SIGSYS", "SIGTERM",
        "SIGTRAP", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGURG", "SIGUSR1", "SIGUSR2", "SIGVTALRM", "SIGWINCH", "SIGXCPU", "SIGXFSZ",
        "SIGRTMIN", "SIGRTMAX",
        .. Enumerable.Range(1, 15).Select(step => string.Create(CultureInfo.InvariantCulture, $"SIGRTMIN+{step}")),
        .. Enumerable.Range(1, 14).Select(step => string.Create(CultureInfo.InvariantCulture, $"SIGRTMAX-{step}")),
    ];

    public static void Check(TemplateFields template, Findings findings)
    {
        foreach (ContainerField container in template.Containers)
        {
            Field lifecycle = container.Field["lifecycle"];
            if (lifecycle.IsSet && container.IsPlainInit)
            {
                ProbeRules.ForbidOnInit(lifecycle, findings);
            }
            else if (lifecycle.IsSet)
            {
                CheckHooks(lifecycle, findings);
            }
        }
    }

    private static void CheckHooks(Field lifecycle, Findings findings)
    {
        foreach (Field handler in ((Field[])[lifecycle["postStart"], lifecycle["preStop"]]).Where(handler => handler.IsSet))
        {
            HandlerRules.Check(handler, findings);
        }

        if (lifecycle["stopSignal"] is { IsSet: true } signal && !Signals.Contains(signal.Text))
        {
            findings.Invalid(signal, "must be a signal of Linux or Windows" + NearestName.Hint(signal.Text, Signals));
        }
    }
}
