namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>An answer to a list.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Items">The objects, in their order.</param>
/// <param name="Revision">The version; 0 where it failed.</param>
/// <param name="Continue">What asks for the next page; empty for none.</param>
/// <param name="Remaining">How many objects are left, where that is said.</param>
internal sealed record ModelPage(int Code, IReadOnlyList<ModelObject> Items, long Revision, string Continue, long? Remaining);
