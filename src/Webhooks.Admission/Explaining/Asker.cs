namespace Webhooks.Admission.Explaining;

/// <summary>Something that says whether a template is wanted.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Key">The annotation or label.</param>
/// <param name="Value">Its value as JSON, shortened to 32 characters; a label's as it is.</param>
/// <param name="IsWanted">Yes or no; <c>null</c> for a value that is neither.</param>
public sealed record Asker(AskerPlace Place, string Key, string Value, bool? IsWanted);
