using System.Diagnostics;
using System.Text;
using Webhooks.Sandbox;
using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Kubectl;

/// <summary>A server, and a folder in which a shell finds the manifests and a kubectl that is told of the server by <c>--kubeconfig</c> alone.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    // Far more than any command takes: one that hangs fails, and says so.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder;
    private readonly ApiServer _server;

    private Workbench(TemporaryFolder folder, ApiServer server)
    {
        _folder = folder;
        _server = server;
    }

    /// <summary>Starts a server whose administrator the kubectl is.</summary>
    public static async Task<Workbench> Start()
    {
        TemporaryFolder folder = new();
        ApiServer server = await ApiServer.StartAsync(new ApiServerOptions { PlaysWorkloads = true });
        folder.Write("kubeconfig", server.Kubeconfig("admin", "system:masters"));
        await Copy(Path.Combine(Session.Root, "manifests"), folder, "work");
        await Copy(Repository.PathOf("deploy"), folder, "work/deploy");
        Directory.CreateDirectory(folder["temporary"]);
        return new Workbench(folder, server);
    }

    /// <summary>Runs a command line when the server's controllers have nothing more to do.</summary>
    /// <returns>What it prints, as a <see cref="SessionStep"/> expects it.</returns>
    public async Task<string> Run(string command)
    {
        using CancellationTokenSource patience = new(Patience);
        await _server.AtRest(patience.Token);
        using Process process = Process.Start(Shell(command))!;
        process.StandardInput.Close();
        try
        {
            string printed = await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            string output = PrintedText.Normalize(printed.Replace(_folder.Path, "<folder>", StringComparison.Ordinal)).TrimEnd('\n');
            return process.ExitCode == 0 ? output : $"{output}\n[exit {process.ExitCode}]".TrimStart('\n');
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return $"[it had not ended after {Patience.TotalSeconds} s]";
        }
    }

    private static async Task Copy(string source, TemporaryFolder folder, string target)
    {
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            folder.Write(Path.Combine(target, Path.GetRelativePath(source, file)), await File.ReadAllTextAsync(file));
        }
    }

    private ProcessStartInfo Shell(string command)
    {
        ProcessStartInfo start = new("/bin/sh", ["-c", $"exec 2>&1\n{command}"])
        {
            WorkingDirectory = _folder["work"],
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("KUBE", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["SESSION_KUBECTL"] = KubectlProgram.Path;
        start.Environment["SESSION_KUBECONFIG"] = _folder["kubeconfig"];
        start.Environment["PATH"] = $"{Path.Combine(Session.Root, "shell")}:{start.Environment["PATH"]}";
        start.Environment["HOME"] = _folder["home"];
        start.Environment["KUBECACHEDIR"] = _folder["cache"];
        start.Environment["TMPDIR"] = _folder["temporary"];
        start.Environment["LC_ALL"] = "C";
        // It ends before it is worth collecting: that takes a quarter off its time.
        start.Environment["GOGC"] = "off";
        start.Environment["TZ"] = "UTC";
        return start;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}
