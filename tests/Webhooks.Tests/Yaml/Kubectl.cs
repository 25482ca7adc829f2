using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Webhooks.Tests.Yaml;

/// <summary>The real kubectl, which reads a file without a cluster and prints what it read as JSON.</summary>
internal static class Kubectl
{
    /// <summary>True where a program of that name can be started.</summary>
    public static bool IsOnPath { get; } = Run(["version", "--client"], out _, out _);

    /// <summary>Reads a file of one object.</summary>
    /// <returns>The JSON that it prints; null when it refuses the file.</returns>
    public static string? Read(string yaml)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, yaml, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return Run(["patch", "--local", "-f", path, "--type=merge", "-p", "{}", "-o", "json"], out string output, out _) ? output : null;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>An object of a made-up kind, whose spec is the text.</summary>
    public static string Object(string spec) =>
        "apiVersion: example.com/v1\nkind: Foo\nmetadata: {name: x}\nspec:\n" +
        string.Concat(spec.Split('\n').Select(line => line.Length > 0 ? $"  {line}\n" : "\n"));

    private static bool Run(IEnumerable<string> arguments, out string output, out string errors)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("kubectl", arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            Task<string> problem = process.StandardError.ReadToEndAsync();
            output = process.StandardOutput.ReadToEnd();
            errors = problem.GetAwaiter().GetResult();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            output = errors = "";
            return false;
        }
    }
}
