using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using Webhooks.Shared.Golden;

namespace Webhooks.FunctionalTests;

/// <summary>The built executable, started as a process. It lies beside the tests, where their reference to it puts it.</summary>
internal static class Executable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static string Path { get; } =
        System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "webhooks.exe" : "webhooks");

    /// <summary>The runtime that runs the tests runs it too, wherever that is installed: shared/Microsoft.NETCore.App/&lt;version&gt;.</summary>
    public static string DotnetRoot { get; } =
        System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>Runs a command line without standard input, and waits for its end.</summary>
    public static CommandResult Run(params string[] arguments) => RunWith("", arguments);

    /// <summary>Runs a command line with standard input, and waits for its end.</summary>
    public static CommandResult RunWith(string input, params string[] arguments)
    {
        using Process process = Start(arguments);
        using MemoryStream output = new();
        Task reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading.
        }

        process.WaitForExit();
        reading.GetAwaiter().GetResult();

        // Not by a reader: that would drop a byte order mark.
        return new CommandResult(process.ExitCode, Utf8.GetString(output.ToArray()), errors.GetAwaiter().GetResult());
    }

    /// <summary>Starts a command line in the repository's root, as README's commands are.</summary>
    public static Process Start(string[] arguments, params IEnumerable<(string Name, string? Value)> environment)
    {
        ProcessStartInfo start = new(Path, arguments)
        {
            WorkingDirectory = Shared.Repository.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = Utf8,
            StandardOutputEncoding = Utf8,
            StandardErrorEncoding = Utf8,
        };

        start.Environment["DOTNET_ROOT"] = DotnetRoot;
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
