using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Webhooks.Tests.Injection;

/// <summary>Tries a property on drawn cases; a failure prints the seed, and the smallest case that fails too.</summary>
/// <remarks>PROPERTY_SEED and PROPERTY_COUNT in the environment take the place of the seed and the count.</remarks>
internal static class PropertyRun
{
    private const int Gamma = 305; // FsCheck's second seed; odd, and the same in all runs.

    public static int Count { get; } = (int)Setting("PROPERTY_COUNT", 400);

    private static ulong Seed { get; } = Setting("PROPERTY_SEED", 2017);

    /// <summary>Tries a property on <see cref="Count"/> cases.</summary>
    /// <param name="problem">What is wrong with a case; <c>null</c> when nothing is.</param>
    /// <param name="cases">Default: <see cref="InjectionCases.Any"/>.</param>
    public static void Check(Func<InjectionCase, string?> problem, Arbitrary<InjectionCase>? cases = null) =>
        Prop.ForAll(cases ?? InjectionCases.Any, one => problem(one) is { } found
            ? throw new PropertyException($"{found}\nrepeat: make soak-properties SEED={Seed} COUNT={Count}")
            : true).Check(Config.QuickThrowOnFailure.WithMaxTest(Count).WithReplay(Seed, Gamma));

    private static ulong Setting(string name, ulong other) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out ulong value)
            ? value
            : other;
}
