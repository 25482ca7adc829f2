namespace Webhooks.Sandbox.Validation.PodDiff;

/// <summary>Lines that are the same in two texts.</summary>
/// <param name="Before">Where they start in the first, from 0.</param>
/// <param name="After">Where they start in the second, from 0.</param>
/// <param name="Count">How many they are.</param>
internal readonly record struct LineMatch(int Before, int After, int Count)
{
    /// <summary>Where they end in the first.</summary>
    public int BeforeEnd => Before + Count;

    /// <summary>Where they end in the second.</summary>
    public int AfterEnd => After + Count;
}
