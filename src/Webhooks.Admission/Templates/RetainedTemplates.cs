using System.Collections.Immutable;

namespace Webhooks.Admission.Templates;

/// <summary>The templates in force, and what is remembered so that a fault of their sources takes none away. Immutable.</summary>
public sealed record RetainedTemplates
{
    /// <summary>How long a deleted template stays in force: who deletes it to make it anew shall not notice.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private RetainedTemplates()
    {
    }

    /// <summary>Before the first look: no template at all.</summary>
    public static RetainedTemplates None { get; } = new();

    /// <summary>The templates in force; the same set as before when nothing about them changed.</summary>
    public TemplateSet Templates { get; private init; } = TemplateSet.Empty;

    /// <summary>What was wrong at the last look.</summary>
    public IReadOnlyList<TemplateProblem> Problems { get; private init; } = [];

    /// <summary>The templates in force that are missing, and when that was first seen.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> MissingSince { get; private init; } =
        ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>True when a missing template is to be dropped now, or the clock was set back behind the moment that is remembered.</summary>
    public bool IsDue(DateTimeOffset now) => MissingSince.Values.Any(since => now >= since + Grace || now < since);

    /// <summary>The state after a look at the sources.</summary>
    /// <param name="loaded">What the look gave.</param>
    /// <param name="isWhole">False when a part of the sources could not be read: then all that was not seen is taken to stand there as before.</param>
    /// <param name="now">When it was.</param>
    /// <returns>The next state, and what is other in it.</returns>
    /// <remarks>
    /// A valid version replaces the one in force; a broken one never does, and counts as present. A template that is
    /// missing stays in force for <see cref="Grace"/> from the look that first missed it, unless it comes back. While a
    /// document can't be read nothing counts as missing, for it may stand in there.
    /// </remarks>
    public (RetainedTemplates Next, TemplateChanges Changes) After(LoadedTemplates loaded, bool isWhole, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        RetentionStep step = new(this, loaded, isWhole, now);
        RetainedTemplates next = new() { Templates = step.Templates, Problems = step.Problems, MissingSince = step.MissingSince };
        return (next, step.Changes);
    }
}
