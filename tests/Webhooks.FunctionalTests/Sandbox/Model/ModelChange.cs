namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>One write, as the store told of it.</summary>
/// <param name="Before">The object before; null where it was made.</param>
/// <param name="After">The object after; of one that went what it was last, at the revision at which it went.</param>
/// <param name="IsDeletion">Whether it went.</param>
internal sealed record ModelChange(ModelObject? Before, ModelObject After, bool IsDeletion)
{
    /// <summary>What a watcher must be told of it; null for nothing.</summary>
    public ModelEvent? For(ModelScope scope)
    {
        bool did = scope.Has(Before);
        if (!IsDeletion && scope.Has(After))
        {
            return new ModelEvent(did ? "MODIFIED" : "ADDED", After);
        }

        return did ? new ModelEvent("DELETED", IsDeletion ? After : Before!.At(After.Revision)) : null;
    }

    /// <summary>The selector crossing that it is for a scope; null for none.</summary>
    public ModelFact? Crossing(ModelScope scope) => (scope.Has(Before), scope.Has(After)) switch
    {
        _ when Before == null || IsDeletion => null,
        (false, true) => ModelFact.SelectorEntered,
        (true, false) => ModelFact.SelectorLeft,
        _ => null,
    };

    public override string ToString() => $"{(IsDeletion ? "deleted" : Before == null ? "added" : "modified")} {After}";
}
