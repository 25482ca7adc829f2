using System.Globalization;

namespace Webhooks.Benchmarks.Load;

/// <summary>What a start costs each server, as a ratio to the first of them, the floor.</summary>
internal static class StartTable
{
    private const double MostReady = 2;
    private const double MostResident = 1.4;
    private const double MostFirst = 3;

    public static void Write(IReadOnlyList<StartResult> results, TextWriter output)
    {
        StartResult floor = results[0];
        output.WriteLine();
        output.WriteLine($"{"",-20}{"ready ms",10}{"/ floor",9}{"idle MiB",10}{"/ floor",9}{"first ms",10}{"tenth ms",10}{"first / tenth",15}  targets");
        foreach (StartResult result in results)
        {
            (double ready, double resident) = (result.ReadyMilliseconds / floor.ReadyMilliseconds, result.Resident / floor.Resident);
            string targets = result == floor
                ? ""
                : $"ready {Target.Ratio(ready, MostReady)}; idle {Target.Ratio(resident, MostResident)}; first {Target.Ratio(result.FirstToTenth, MostFirst)}";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Subject.Executable.Name,-20}{result.ReadyMilliseconds,10:F1}{ready,9:F2}{result.Resident / (1024 * 1024),10:F1}{resident,9:F2}{result.FirstMilliseconds,10:F2}{result.TenthMilliseconds,10:F2}{result.FirstToTenth,15:F2}  {targets}"));
        }
    }
}
