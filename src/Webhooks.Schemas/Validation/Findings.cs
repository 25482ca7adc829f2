namespace Webhooks.Schemas.Validation;

/// <summary>What a value was found to break, and how many checks it passed: of several schemas that fail, the one that passed most is reported.</summary>
/// <remarks>Source: <c>validate.Result</c> of kube-openapi, whose counts are these.</remarks>
internal sealed class Findings
{
    private List<Failure>? _failures;

    /// <summary>What was found, in order; what is said twice is there twice.</summary>
    public IReadOnlyList<Failure> Failures => _failures ?? (IReadOnlyList<Failure>)[];

    public int Count => _failures?.Count ?? 0;

    public bool IsValid => Count == 0;

    public int Passed { get; private set; }

    public void Pass(int checks = 1) => Passed += checks;

    public void Add(Failure failure) => (_failures ??= []).Add(failure);

    public void Add(Findings other)
    {
        if (other._failures != null)
        {
            (_failures ??= []).AddRange(other._failures);
        }

        Passed += other.Passed;
    }

    /// <summary>Forgets what was found after there were <paramref name="count"/>.</summary>
    public void CutTo(int count) => _failures?.RemoveRange(count, _failures.Count - count);
}
