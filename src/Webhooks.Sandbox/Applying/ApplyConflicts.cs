using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Applying;

/// <summary>The fields of others that an apply would change.</summary>
/// <param name="sets">By owner.</param>
internal sealed class ApplyConflicts(IEnumerable<KeyValuePair<FieldOwner, FieldSet>> sets)
{
    private readonly (FieldOwner Owner, FieldPath[] Paths)[] _sets =
    [
        .. sets.Where(one => !one.Value.IsEmpty).OrderBy(one => one.Key.SortText, Utf8Order.Comparer).Select(one => (one.Key, one.Value.Paths().ToArray())),
    ];

    /// <summary>Whether there are none.</summary>
    public bool AreNone => _sets.Length == 0;

    /// <summary>Whether all of them are in a set.</summary>
    public bool AreIn(FieldSet allowed) => _sets.All(one => one.Paths.All(allowed.Has));

    /// <summary>Those that are not in a set.</summary>
    public ApplyConflicts Except(FieldSet allowed) => new(_sets.Select(one =>
    {
        FieldSet rest = new();
        foreach (FieldPath path in one.Paths.Where(path => !allowed.Has(path)))
        {
            rest.Insert(path);
        }

        return KeyValuePair.Create(one.Owner, rest);
    }));

    /// <summary>409: <c>Apply failed with 1 conflict: conflict with "one": .data.a</c>, a cause for each.</summary>
    public StatusException Refuse()
    {
        (FieldOwner Owner, FieldPath Path)[] all = [.. _sets.SelectMany(one => one.Paths.Select(path => (one.Owner, path)))];
        string message = all is [var only]
            ? $"Apply failed with 1 conflict: conflict with {only.Owner}: {only.Path}"
            : $"Apply failed with {all.Length} conflicts: " + string.Join('\n', _sets.Select(one =>
                $"conflicts with {one.Owner}:" + string.Concat(one.Paths.Select(path => $"\n- {path}"))));
        return new StatusException(new Status
        {
            Outcome = StatusOutcome.Failure,
            Code = StatusReason.Conflict.Code,
            Reason = StatusReason.Conflict,
            Message = message,
            Details = new StatusDetails
            {
                Causes = [.. all.Select(one => new StatusCause(CauseReason.FieldManagerConflict, $"conflict with {one.Owner}", one.Path.ToString()))],
            },
        });
    }
}
