using System.Text.RegularExpressions;
using Webhooks.Shared.Golden;

namespace Webhooks.FunctionalTests.Kubectl;

/// <summary>The kubectl of this machine.</summary>
internal static partial class KubectlProgram
{
    /// <summary>What it prints differs a little from one minor version to the next: the sessions are those of 1.32 and 1.33.</summary>
    private static readonly int[] Minors = [32, 33];

    /// <summary>Its path; <c>null</c>: none is on the PATH.</summary>
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, "kubectl")).FirstOrDefault(File.Exists);

    /// <summary>Why it is of no use here; <c>null</c>: it is.</summary>
    public static string? Lacking { get; } = Look();

    private static string? Look()
    {
        if (Path is null || !Tool.TryRun(Path, "", out CommandResult result, "version", "--client"))
        {
            return "no kubectl is on the PATH";
        }

        Match version = ClientVersion().Match(result.Output);
        return version.Success && Minors.Contains(int.Parse(version.Groups["minor"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
            ? null
            : $"the kubectl on the PATH is none of 1.{Minors[0]} to 1.{Minors[^1]}: {result.Output.Trim()}";
    }

    [GeneratedRegex(@"Client Version: v1\.(?<minor>\d+)\.", RegexOptions.ExplicitCapture)]
    private static partial Regex ClientVersion();
}
