namespace Webhooks.Shared.Transcripts;

/// <summary>What a comparison may let pass.</summary>
/// <param name="ShowsManagedFields">Whether <c>metadata.managedFields</c> counts.</param>
/// <param name="Named">The members of built-in kinds' spec and status that count; <c>null</c>: all do.</param>
internal sealed record ComparisonRules(bool ShowsManagedFields, NamedMembers? Named = null)
{
    /// <summary>The rules of a scenario.</summary>
    /// <param name="transcript">The scenario.</param>
    /// <param name="ignoresUnnamedDefaults">Whether members of built-in kinds' spec and status that no request named may differ, unless it is about them.</param>
    public static ComparisonRules Of(Transcript transcript, bool ignoresUnnamedDefaults = false) =>
        new(transcript.ShowsManagedFields, ignoresUnnamedDefaults ? NamedMembers.Of(transcript) : null);

    /// <summary>The rules for the answer to one request.</summary>
    public ComparisonRules For(RecordedRequest request) => Named?.IsBuiltIn(request.Path) == false ? this with { Named = null } : this;
}
