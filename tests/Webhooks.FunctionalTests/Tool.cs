using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Webhooks.Shared.Golden;

namespace Webhooks.FunctionalTests;

/// <summary>A program that a test asks for a second opinion where it is installed.</summary>
internal static class Tool
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs a program with standard input.</summary>
    /// <returns>False where there is no program of that name.</returns>
    public static bool TryRun(string program, string input, out CommandResult result, params IEnumerable<string> arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardInputEncoding = Utf8,
                StandardOutputEncoding = Utf8,
            })!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> errors = process.StandardError.ReadToEndAsync();
            process.StandardInput.Write(input);
            process.StandardInput.Close();
            process.WaitForExit();
            result = new CommandResult(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
            return true;
        }
        catch (Win32Exception)
        {
            result = new CommandResult(-1, "", "");
            return false;
        }
    }
}
