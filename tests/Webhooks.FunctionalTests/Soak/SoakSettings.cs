using System.Globalization;

namespace Webhooks.FunctionalTests.Soak;

/// <summary>How long a proof under load is, and what its chances start from.</summary>
/// <remarks>SOAK_SEED and SOAK_COUNT in the environment take the place of the seed and the count.</remarks>
/// <param name="Seed">The same seed makes the same choices.</param>
/// <param name="Count">How many requests.</param>
/// <param name="IsFull">Whether it is the whole proof, and no slice of it.</param>
internal sealed record SoakSettings(int Seed, int Count, bool IsFull)
{
    /// <summary>Those of the environment.</summary>
    /// <param name="slice">How many requests when the environment does not say.</param>
    public static SoakSettings Read(int slice) =>
        new(Setting("SOAK_SEED") ?? 2107, Setting("SOAK_COUNT") ?? slice, Setting("SOAK_COUNT") != null);

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : null;
}
