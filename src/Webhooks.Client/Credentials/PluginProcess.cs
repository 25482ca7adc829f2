using System.ComponentModel;
using System.Diagnostics;
using Webhooks.Client.Configuration;
using Webhooks.Client.Sending;

namespace Webhooks.Client.Credentials;

/// <summary>Runs a plugin, once for each call: its arguments as they stand, both its outputs read at once, killed with all that it started when it takes too long.</summary>
internal sealed class PluginProcess(ExecPlugin plugin, ClientOptions options, ApiConnectionSettings settings)
{
    private readonly bool _isInteractive = settings.IsInteractive && plugin.InteractiveMode != ExecInteractiveMode.Never;

    /// <summary>What it prints.</summary>
    /// <exception cref="CredentialException">It is not there, fails, takes too long or prints something else.</exception>
    public async Task<PluginAnswer> RunAsync(CancellationToken cancellationToken)
    {
        if (plugin.InteractiveMode == ExecInteractiveMode.Always && !_isInteractive)
        {
            throw Failed("it must ask somebody, and nobody types here; use another way to log in, or set interactiveMode to IfAvailable if it can do without");
        }

        using Process process = Start();
        using CancellationTokenSource late = new(settings.PluginLimit, settings.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        Task<(byte[] Text, bool IsWhole)> output = PluginOutput.BeginningAsync(process.StandardOutput.BaseStream);
        Task<string> errors = PluginOutput.EndAsync(process.StandardError.BaseStream, _isInteractive ? Console.Error : null);
        try
        {
            await Task.WhenAll(output, errors, process.WaitForExitAsync(either.Token)).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw Failed($"it did not end within {settings.PluginLimit.TotalSeconds} s and was killed; run it by hand and look what it waits for");
        }

        if (process.ExitCode != 0)
        {
            string said = (await errors.ConfigureAwait(false)).Redact(Secrets()).OnOneLine();
            throw Failed($"it failed with exit code {process.ExitCode}{(said.Length > 0 ? ": " + said : "")}");
        }

        (byte[] text, bool isWhole) = await output.ConfigureAwait(false);
        return isWhole ? Read(text) : throw Failed($"it printed more than {text.Length} bytes, which no ExecCredential has");
    }

    private Process Start()
    {
        string path = PluginPath.Find(plugin.Command, settings.Sources) ?? throw Missing();
        ProcessStartInfo start = new(path, plugin.Arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = !_isInteractive,
        };
        foreach ((string name, string value) in plugin.Variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            start.Environment[PluginInfo.Variable] = PluginInfo.Write(plugin, options, _isInteractive, settings.Sources);
            Process process = Process.Start(start)!;
            if (!_isInteractive)
            {
                process.StandardInput.Close();
            }

            return process;
        }
        catch (ConfigurationException problem)
        {
            throw Failed(problem.Message);
        }
        catch (Win32Exception problem)
        {
            throw Failed($"{path} can't be run: {problem.Message}; check that it is a program for this machine");
        }
    }

    private PluginAnswer Read(byte[] text)
    {
        try
        {
            return PluginAnswer.Read(text, plugin.ApiVersion);
        }
        catch (ConfigurationException problem)
        {
            throw Failed(problem.Message);
        }
    }

    private IEnumerable<string> Secrets() => plugin.Arguments.Concat(plugin.Variables.Select(variable => variable.Value));

    private CredentialException Missing() => Failed(plugin.InstallHint.Length > 0
        ? $"there is no such program\n\n{plugin.InstallHint}"
        : "there is no such program; install it, or correct the command");

    private CredentialException Failed(string problem) => new($"no credentials from {plugin.Command}: {problem}");
}
