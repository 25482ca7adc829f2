namespace Webhooks.Schemas.Patterns.Matching;

/// <summary>A set of steps of a program, in the order in which they came. Adding, asking and emptying take the same time at any size.</summary>
/// <remarks>Not thread safe. A sparse set, as Briggs and Torczon describe it.</remarks>
/// <param name="capacity">How many steps the program has.</param>
internal sealed class StepSet(int capacity)
{
    private readonly int[] _steps = new int[capacity];
    private readonly int[] _places = new int[capacity];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Steps => _steps.AsSpan(0, Count);

    public int this[int index] => _steps[index];

    /// <summary>Adds a step; false when it is there already.</summary>
    public bool Add(int step)
    {
        int place = _places[step];
        if ((uint)place < (uint)Count && _steps[place] == step)
        {
            return false;
        }

        _places[step] = Count;
        _steps[Count++] = step;
        return true;
    }

    public void Clear() => Count = 0;
}
