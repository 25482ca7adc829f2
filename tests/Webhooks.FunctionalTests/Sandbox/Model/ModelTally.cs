using System.Globalization;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>How often a run met what it must meet.</summary>
/// <remarks>Thread safe.</remarks>
/// <param name="wanted">What a whole run must meet.</param>
internal sealed class ModelTally(params ModelFact[] wanted)
{
    private readonly int[] _counts = new int[Enum.GetValues<ModelFact>().Length];

    /// <summary>Counts a fact.</summary>
    public void Add(ModelFact fact) => Interlocked.Increment(ref _counts[(int)fact]);

    /// <summary>The counts, a line each.</summary>
    public string Table() => string.Join('\n', wanted.Select(fact => string.Create(CultureInfo.InvariantCulture, $"  {fact,-20} {_counts[(int)fact],8}")));

    /// <summary>Fails where something was never met: the run proves too little.</summary>
    public void AssertAllMet()
    {
        string never = string.Join(", ", wanted.Where(fact => _counts[(int)fact] == 0));
        if (never.Length > 0)
        {
            throw new InvalidOperationException($"never met: {never}; the run proves too little:\n{Table()}");
        }
    }
}
